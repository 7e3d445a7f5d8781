//! Macros that describe a record, a value, or an enum with its words.

/// Describes a record or a value: its fields in the order of the file, and the lists under it there.
macro_rules! described {
    (
        $(#[$($meta:tt)*])*
        pub struct $name:ident {
            $(
                $(#[$($about:tt)*])*
                $need:ident $publish:ident $field:ident: $type:ty
                $(as $group:ident)? $(= $default:expr)?,
            )*
        }
        $(lists { $($list:ident: $child:ident $(before $before:ident)?,)* })?
        $(told $told:expr)?
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            $($(#[$($about)*])* pub $field: $type,)*
        }

        #[allow(non_upper_case_globals)]
        impl $name {
            /// The fields in the order of the file.
            pub const FIELDS: &'static [$crate::record::Field] =
                &[$(Self::$field.field,)*];

            /// The lists of records that stand under it in a file.
            pub const LISTS: &'static [$crate::record::Children] = &[$($($crate::record::Children {
                name: stringify!($list),
                kind: $crate::Kind::$child,
                before: concat!($(stringify!($before))?),
            },)*)?];

            $(
                $(#[$($about)*])*
                pub const $field: $crate::record::Lens<Self, $type> =
                    $crate::record::Lens {
                        field: $crate::record::described::field!(
                            $need $publish $name.$field $($group)?
                        ),
                        get: |whole| &whole.$field,
                        get_mut: |whole| &mut whole.$field,
                    };
            )*
        }

        impl $crate::record::Members for $name {
            fn fields(&self) -> &'static [$crate::record::Field] {
                Self::FIELDS
            }

            fn slot(&mut self, index: usize) -> Option<&mut dyn $crate::record::Value> {
                $crate::record::described::nth!(index, $(&mut self.$field,)*)
            }

            fn values(&self) -> Vec<&dyn $crate::record::Value> {
                vec![$(&self.$field,)*]
            }

            fn lists(&self) -> &'static [$crate::record::Children] {
                Self::LISTS
            }

            $(
                fn told(&self) -> Option<$crate::record::Whole<'_>> {
                    use $crate::record::Whole;
                    let told: fn(&Self) -> Whole<'_> = $told;
                    Some(told(self))
                }
            )?
        }

        impl $crate::record::Value for $name {
            fn blank() -> Self {
                Self {
                    $($field: $crate::record::described::blank!($type $(, $default)?),)*
                }
            }

            fn expected(&self) -> $crate::record::Expected {
                $crate::record::Expected::Object
            }

            fn inside(&mut self) -> $crate::record::Inside<'_> {
                $crate::record::Inside::Members(self)
            }

            fn held(&self) -> $crate::record::Held<'_> {
                $crate::record::Held::Members(self)
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(
                defs: &mut $crate::record::schema::Defs,
            ) -> serde_json::Value {
                use $crate::record::described::told;
                defs.named(stringify!($name), told!($([$($meta)*])*), |defs| {
                    let about = [$(told!($([$($about)*])*),)*];
                    let fields = vec![$(<$type as $crate::record::Value>::schema(defs),)*];
                    let blank = <Self as $crate::record::Value>::blank();
                    defs.object(&blank, &about, fields)
                })
            }
        }

        impl Default for $name {
            fn default() -> Self {
                $crate::record::Value::blank()
            }
        }

        $crate::record::through_text!($name);
    };
}

/// Describes one field.
macro_rules! field {
    ($need:ident $publish:ident $of:ident.$field:ident $($group:ident)?) => {
        $crate::record::Field {
            of: stringify!($of),
            name: stringify!($field),
            need: $crate::record::Need::$need,
            group: $crate::record::described::group!($need $($group)?),
            publish: $crate::record::Publish::$publish,
        }
    };
}

/// Returns one of several expressions by its place, without building a list of them.
macro_rules! nth {
    ($index:ident, $($one:expr,)*) => {{
        let mut before = $index;
        $(
            if before == 0 {
                return Some($one);
            }
            before = before.wrapping_sub(1);
        )*
        let _ = before;
        None
    }};
}

/// Group of a field. The fields of a record's place are one group.
macro_rules! group {
    (Place) => {
        $crate::record::Group::Place
    };
    ($need:ident) => {
        $crate::record::Group::Alone
    };
    ($need:ident $group:ident) => {
        $crate::record::Group::$group
    };
}

/// Blank value of a field.
macro_rules! blank {
    ($type:ty) => {
        <$type as $crate::record::Value>::blank()
    };
    ($type:ty, $default:expr) => {
        $default
    };
}

/// Describes a text with a type of its own.
macro_rules! text {
    ($name:ident) => {
        impl $crate::record::Value for $name {
            fn blank() -> Self {
                Self(String::new())
            }

            fn is_blank(&self) -> bool {
                self.0.is_empty()
            }

            fn expected(&self) -> $crate::record::Expected {
                self.0.expected()
            }

            fn take(
                &mut self,
                token: $crate::record::Token<'_>,
            ) -> Result<(), $crate::record::Fault> {
                self.0.take(token)
            }

            fn held(&self) -> $crate::record::Held<'_> {
                $crate::record::Held::Exact((&*self.0).into())
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(defs: &mut $crate::record::schema::Defs) -> serde_json::Value {
                defs.named(stringify!($name), "", String::schema)
            }
        }

        $crate::record::through_text!($name);
    };
}

/// Describes an enum of words: the name of each in the file. The word behind the colon is the default.
macro_rules! words {
    (
        $(#[$($meta:tt)*])*
        pub enum $name:ident: $blank:ident {
            $($(#[$($about:tt)*])* $variant:ident = $key:literal,)*
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$($about)*])* $variant,)*
        }

        impl $name {
            /// All words, in their usual order.
            pub const ALL: &'static [$name] = &[$(Self::$variant,)*];

            /// Returns the name in a file.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                }
            }
        }

        impl $crate::record::WordChoices for $name {
            const NAME: &'static str = stringify!($name);

            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn key(self) -> &'static str {
                self.key()
            }
        }

        impl $crate::record::Value for $name {
            fn blank() -> Self {
                Self::$blank
            }

            fn is_blank(&self) -> bool {
                *self == Self::$blank
            }

            fn expected(&self) -> $crate::record::Expected {
                $crate::record::Expected::Word
            }

            fn take(
                &mut self,
                token: $crate::record::Token<'_>,
            ) -> Result<(), $crate::record::Fault> {
                let Some(at) = $crate::record::read::word(token, &[$($key,)*])? else {
                    return Err($crate::record::Fault::Kind);
                };
                *self = Self::ALL[at];
                Ok(())
            }

            fn held(&self) -> $crate::record::Held<'_> {
                $crate::record::Held::Word(self.key(), stringify!($name))
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(
                defs: &mut $crate::record::schema::Defs,
            ) -> serde_json::Value {
                use $crate::record::described::told;
                defs.named(stringify!($name), told!($([$($meta)*])*), |_| {
                    let words = [$(($key, told!($([$($about)*])*)),)*];
                    $crate::record::schema::words(&words)
                })
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::$blank
            }
        }

        $crate::record::through_text!($name);
    };
}

/// Describes an enum with words, some with a value or with fields: the name of each in the file. The word behind the
/// colon is the default.
macro_rules! choice {
    (
        $name:ident: $blank:expr;
        words { $($variant:ident = $key:literal,)* }
        values { $($holder:ident($inner:ty) = $holder_key:literal,)* }
        fields {
            $($group:ident = $group_key:literal {
                $(
                    $need:ident $publish:ident $field:ident: $type:ty
                    $(as $field_group:ident)?,
                )*
            },)*
        }
    ) => {
        impl $name {
            /// Returns the variant with this name in a file, with blank content.
            pub fn of(key: &str) -> Option<Self> {
                use $crate::record::WordChoice;
                let mut chosen: Self = $blank;
                let known = chosen.words().contains(&key);
                chosen.choose(key);
                known.then_some(chosen)
            }

            /// Returns the name in a file.
            pub fn key(&self) -> &'static str {
                #[allow(unreachable_patterns)]
                match self {
                    $(Self::$variant => $key,)*
                    $(Self::$holder(..) => $holder_key,)*
                    $(Self::$group { .. } => $group_key,)*
                }
            }
        }

        impl $crate::record::WordChoice for $name {
            fn words(&self) -> &'static [&'static str] {
                &[$($key,)* $($holder_key,)* $($group_key,)*]
            }

            fn choose(&mut self, word: &str) -> $crate::record::Content<'_> {
                use $crate::record::{Content, Value};
                $(
                    if word == $key {
                        *self = Self::$variant;
                    }
                )*
                $(
                    if word == $holder_key {
                        *self = Self::$holder(<$inner as Value>::blank());
                    }
                )*
                $(
                    if word == $group_key {
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

        impl $crate::record::Members for $name {
            fn fields(&self) -> &'static [$crate::record::Field] {
                match self {
                    $(Self::$group { .. } => {
                        const FIELDS: &[$crate::record::Field] = &[
                            $($crate::record::described::field!(
                                $need $publish $name.$field $($field_group)?
                            ),)*
                        ];
                        FIELDS
                    })*
                    #[allow(unreachable_patterns)]
                    _ => &[],
                }
            }

            fn slot(&mut self, index: usize) -> Option<&mut dyn $crate::record::Value> {
                let _ = index;
                match self {
                    $(Self::$group { $($field,)* } => {
                        $crate::record::described::nth!(index, $($field,)*)
                    })*
                    #[allow(unreachable_patterns)]
                    _ => None,
                }
            }

            fn values(&self) -> Vec<&dyn $crate::record::Value> {
                match self {
                    $(Self::$group { $($field,)* } => vec![$($field,)*],)*
                    #[allow(unreachable_patterns)]
                    _ => Vec::new(),
                }
            }
        }

        impl $crate::record::Value for $name {
            fn blank() -> Self {
                $blank
            }

            fn is_blank(&self) -> bool {
                *self == $blank
            }

            fn expected(&self) -> $crate::record::Expected {
                $crate::record::Expected::Word
            }

            fn take(
                &mut self,
                token: $crate::record::Token<'_>,
            ) -> Result<(), $crate::record::Fault> {
                $crate::record::read::choose(token, self)
            }

            fn inside(&mut self) -> $crate::record::Inside<'_> {
                $crate::record::Inside::Choice(self)
            }

            fn held(&self) -> $crate::record::Held<'_> {
                use $crate::record::Held;
                const NAME: &str = stringify!($name);
                match self {
                    $(Self::$variant => Held::Word($key, NAME),)*
                    $(Self::$holder(value) => Held::Chosen($holder_key, NAME, value),)*
                    $(Self::$group { .. } => Held::ChosenMembers($group_key, NAME, self),)*
                }
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(
                defs: &mut $crate::record::schema::Defs,
            ) -> serde_json::Value {
                defs.named(stringify!($name), "", |defs| {
                    #[allow(unused_mut)]
                    let mut all: Vec<serde_json::Value> =
                        vec![$(serde_json::json!({ "type": "string", "const": $key }),)*];
                    $(
                        let inner = <$inner as $crate::record::Value>::schema(defs);
                        all.push($crate::record::schema::one($holder_key, inner));
                    )*
                    $(
                        let fields = vec![$(<$type as $crate::record::Value>::schema(defs),)*];
                        let blank = Self::$group {
                            $($field: <$type as $crate::record::Value>::blank(),)*
                        };
                        let inner = defs.object(&blank, &[], fields);
                        all.push($crate::record::schema::one($group_key, inner));
                    )*
                    let _ = defs;
                    serde_json::json!({ "oneOf": all })
                })
            }
        }

        $crate::record::through_text!($name);
    };
}

/// Returns the doc comment among the attributes.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! told {
    () => { "" };
    ([doc = $text:literal] $($rest:tt)*) => {
        concat!($text, "\n", $crate::record::described::told!($($rest)*))
    };
    ([$($other:tt)*] $($rest:tt)*) => {
        $crate::record::described::told!($($rest)*)
    };
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use told;
pub(crate) use {blank, choice, described, field, group, nth, text, words};
