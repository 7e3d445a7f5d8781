//! The descriptions: fields of a record or value, words, words with something that belongs to them.

/// Describes a record or a value: its fields in the order of the file, and the lists that stand under it there.
macro_rules! described {
    (
        $(#[$($meta:tt)*])*
        pub struct $name:ident {
            $($(#[$($about:tt)*])* $need:ident $field:ident: $type:ty $(= $default:expr)?,)*
        }
        $(lists { $($list:ident: $child:ident $(before $before:ident)?,)* })?
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            $($(#[$($about)*])* pub $field: $type,)*
        }

        impl $crate::strategy::record::Members for $name {
            fn fields(&self) -> &'static [$crate::strategy::record::Field] {
                use $crate::strategy::record::{Field, Need};
                const FIELDS: &[Field] =
                    &[$(Field { name: stringify!($field), need: Need::$need },)*];
                FIELDS
            }

            fn slot(&mut self, index: usize) -> Option<&mut dyn $crate::strategy::record::Value> {
                [$(&mut self.$field as &mut dyn $crate::strategy::record::Value,)*]
                    .into_iter()
                    .nth(index)
            }

            fn values(&self) -> Vec<&dyn $crate::strategy::record::Value> {
                vec![$(&self.$field,)*]
            }

            $(
                fn lists(&self) -> &'static [$crate::strategy::record::Children] {
                    use $crate::strategy::{Kind, record::Children};
                    const LISTS: &[Children] = &[$(Children {
                        name: stringify!($list),
                        kind: Kind::$child,
                        before: concat!($(stringify!($before))?),
                    },)*];
                    LISTS
                }
            )?
        }

        impl $crate::strategy::record::Value for $name {
            fn blank() -> Self {
                Self {
                    $($field: $crate::strategy::record::described::blank!($type $(, $default)?),)*
                }
            }

            fn expected(&self) -> std::borrow::Cow<'static, str> {
                "{ } で囲んだ項目".into()
            }

            fn inside(&mut self) -> $crate::strategy::record::Inside<'_> {
                $crate::strategy::record::Inside::Members(self)
            }

            fn held(&self) -> $crate::strategy::record::Held<'_> {
                $crate::strategy::record::Held::Members(self)
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(
                defs: &mut $crate::strategy::record::schema::Defs,
            ) -> serde_json::Value {
                use $crate::strategy::record::described::told;
                defs.named(stringify!($name), told!($([$($meta)*])*), |defs| {
                    let about = [$(told!($([$($about)*])*),)*];
                    let fields = vec![$(<$type as $crate::strategy::record::Value>::schema(defs),)*];
                    let blank = <Self as $crate::strategy::record::Value>::blank();
                    defs.object(&blank, &about, fields)
                })
            }
        }

        impl Default for $name {
            fn default() -> Self {
                $crate::strategy::record::Value::blank()
            }
        }

        $crate::strategy::record::through_text!($name);
    };
}

/// What a field is where nothing is said.
macro_rules! blank {
    ($type:ty) => {
        <$type as $crate::strategy::record::Value>::blank()
    };
    ($type:ty, $default:expr) => {
        $default
    };
}

/// Describes a text with a type of its own.
macro_rules! text {
    ($name:ident) => {
        impl $crate::strategy::record::Value for $name {
            fn blank() -> Self {
                Self(String::new())
            }

            fn is_blank(&self) -> bool {
                self.0.is_empty()
            }

            fn expected(&self) -> std::borrow::Cow<'static, str> {
                self.0.expected()
            }

            fn take(
                &mut self,
                token: $crate::strategy::record::Token<'_>,
            ) -> Result<(), $crate::strategy::record::Fault> {
                self.0.take(token)
            }

            fn held(&self) -> $crate::strategy::record::Held<'_> {
                self.0.held()
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(defs: &mut $crate::strategy::record::schema::Defs) -> serde_json::Value {
                defs.named(stringify!($name), "", String::schema)
            }
        }

        $crate::strategy::record::through_text!($name);
    };
}

/// Describes words: what each is called in the file. The one behind the colon is meant where nothing is said.
macro_rules! words {
    (
        $(#[$($meta:tt)*])*
        pub enum $name:ident: $blank:ident {
            $($(#[$($about:tt)*])* $variant:ident = $word:literal,)*
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$($about)*])* $variant,)*
        }

        impl $crate::strategy::record::Value for $name {
            fn blank() -> Self {
                Self::$blank
            }

            fn is_blank(&self) -> bool {
                *self == Self::$blank
            }

            fn expected(&self) -> std::borrow::Cow<'static, str> {
                "決められた語".into()
            }

            fn take(
                &mut self,
                token: $crate::strategy::record::Token<'_>,
            ) -> Result<(), $crate::strategy::record::Fault> {
                const WORDS: &[(&str, $name)] = &[$(($word, $name::$variant),)*];
                let Some(at) = $crate::strategy::record::read::word(token, &[$($word,)*])? else {
                    return Err($crate::strategy::record::Fault::Kind);
                };
                *self = WORDS[at].1;
                Ok(())
            }

            fn held(&self) -> $crate::strategy::record::Held<'_> {
                let word = match self {
                    $(Self::$variant => $word,)*
                };
                $crate::strategy::record::Held::Text(word.into())
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(
                defs: &mut $crate::strategy::record::schema::Defs,
            ) -> serde_json::Value {
                use $crate::strategy::record::described::told;
                defs.named(stringify!($name), told!($([$($meta)*])*), |_| {
                    let words = [$(($word, told!($([$($about)*])*)),)*];
                    $crate::strategy::record::schema::words(&words)
                })
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::$blank
            }
        }

        $crate::strategy::record::through_text!($name);
    };
}

/// Describes an enum with words, some with a value or with fields that belong to them. The word behind the colon is
/// meant where nothing is said.
macro_rules! choice {
    (
        $name:ident: $blank:expr;
        words { $($variant:ident = $word:literal,)* }
        values { $($holder:ident($inner:ty) = $held:literal,)* }
        fields { $($group:ident = $group_word:literal { $($need:ident $field:ident: $type:ty,)* },)* }
    ) => {
        impl $crate::strategy::record::Choice for $name {
            fn words(&self) -> &'static [&'static str] {
                &[$($word,)* $($held,)* $($group_word,)*]
            }

            fn choose(&mut self, word: &str) -> $crate::strategy::record::Content<'_> {
                use $crate::strategy::record::{Content, Value};
                $(
                    if word == $word {
                        *self = Self::$variant;
                    }
                )*
                $(
                    if word == $held {
                        *self = Self::$holder(<$inner as Value>::blank());
                    }
                )*
                $(
                    if word == $group_word {
                        *self = Self::$group { $($field: <$type as Value>::blank(),)* };
                    }
                )*
                match self {
                    $(Self::$variant => Content::Nothing,)*
                    $(Self::$holder(value) => Content::Value(value),)*
                    #[allow(unreachable_patterns)]
                    _ => Content::Members(self),
                }
            }
        }

        impl $crate::strategy::record::Members for $name {
            fn fields(&self) -> &'static [$crate::strategy::record::Field] {
                #[allow(unused_imports)]
                use $crate::strategy::record::{Field, Need};
                match self {
                    $(Self::$group { .. } => {
                        const FIELDS: &[Field] =
                            &[$(Field { name: stringify!($field), need: Need::$need },)*];
                        FIELDS
                    })*
                    #[allow(unreachable_patterns)]
                    _ => &[],
                }
            }

            fn slot(&mut self, index: usize) -> Option<&mut dyn $crate::strategy::record::Value> {
                let _ = index;
                match self {
                    $(Self::$group { $($field,)* } => {
                        [$($field as &mut dyn $crate::strategy::record::Value,)*]
                            .into_iter()
                            .nth(index)
                    })*
                    #[allow(unreachable_patterns)]
                    _ => None,
                }
            }

            fn values(&self) -> Vec<&dyn $crate::strategy::record::Value> {
                match self {
                    $(Self::$group { $($field,)* } => vec![$($field,)*],)*
                    #[allow(unreachable_patterns)]
                    _ => Vec::new(),
                }
            }
        }

        impl $crate::strategy::record::Value for $name {
            fn blank() -> Self {
                $blank
            }

            fn is_blank(&self) -> bool {
                *self == $blank
            }

            fn expected(&self) -> std::borrow::Cow<'static, str> {
                "決められた語".into()
            }

            fn take(
                &mut self,
                token: $crate::strategy::record::Token<'_>,
            ) -> Result<(), $crate::strategy::record::Fault> {
                $crate::strategy::record::read::choose(token, self)
            }

            fn inside(&mut self) -> $crate::strategy::record::Inside<'_> {
                $crate::strategy::record::Inside::Choice(self)
            }

            fn held(&self) -> $crate::strategy::record::Held<'_> {
                use $crate::strategy::record::Held;
                match self {
                    $(Self::$variant => Held::Text($word.into()),)*
                    $(Self::$holder(value) => Held::Chosen($held, value),)*
                    $(Self::$group { .. } => Held::ChosenMembers($group_word, self),)*
                }
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(
                defs: &mut $crate::strategy::record::schema::Defs,
            ) -> serde_json::Value {
                defs.named(stringify!($name), "", |defs| {
                    #[allow(unused_mut)]
                    let mut all: Vec<serde_json::Value> =
                        vec![$(serde_json::json!({ "type": "string", "const": $word }),)*];
                    $(
                        let inner = <$inner as $crate::strategy::record::Value>::schema(defs);
                        all.push($crate::strategy::record::schema::one($held, inner));
                    )*
                    $(
                        let fields = vec![$(<$type as $crate::strategy::record::Value>::schema(defs),)*];
                        let blank = Self::$group {
                            $($field: <$type as $crate::strategy::record::Value>::blank(),)*
                        };
                        let inner = defs.object(&blank, &[], fields);
                        all.push($crate::strategy::record::schema::one($group_word, inner));
                    )*
                    let _ = defs;
                    serde_json::json!({ "oneOf": all })
                })
            }
        }

        $crate::strategy::record::through_text!($name);
    };
}

/// The doc comment among the attributes.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! told {
    () => { "" };
    ([doc = $text:literal] $($rest:tt)*) => {
        concat!($text, "\n", $crate::strategy::record::described::told!($($rest)*))
    };
    ([$($other:tt)*] $($rest:tt)*) => {
        $crate::strategy::record::described::told!($($rest)*)
    };
}

#[cfg(not(target_arch = "wasm32"))]
pub(in crate::strategy) use told;
pub(in crate::strategy) use {blank, choice, described, text, words};
