//! 設定 of this device, for every strategy. Their reading and writing is written out: what serde derives for a field each
//! weighs two kilobytes on the first screen.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Texts by name.
pub type NamedTexts = BTreeMap<String, String>;

/// A setting that holds texts by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingTable {
    /// Contents of columns of pasted tables, by their heads.
    Columns,
    /// Choices for 指標の表, by name.
    Table,
    /// Indicators of 広域 that the user joined.
    Joined,
    /// Choices for collecting plans, by name.
    Collecting,
}

/// The names of these settings, as they are written.
const TABLES: [&str; 4] = ["columns", "table", "joined", "collecting"];

/// The settings, as they are kept.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// Settings that hold one text, by their names. `boot.js` reads some of them, too.
    texts: NamedTexts,
    tables: [NamedTexts; TABLES.len()],
}

impl Settings {
    /// Returns the text of a setting; empty: as usual.
    pub fn text(&self, name: &str) -> String {
        self.texts.get(name).cloned().unwrap_or_default()
    }

    /// Sets a text.
    pub fn set(&mut self, name: &str, text: &str) {
        self.texts.insert(name.to_owned(), text.to_owned());
    }

    /// Returns the texts of a setting.
    pub fn table(&mut self, table: SettingTable) -> &mut NamedTexts {
        &mut self.tables[table as usize]
    }
}

impl Serialize for Settings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_map(None)?;
        for (name, text) in &self.texts {
            written.serialize_entry(name, text)?;
        }
        for (name, texts) in TABLES.iter().zip(&self.tables) {
            written.serialize_entry(name, texts)?;
        }
        written.end()
    }
}

impl<'de> Deserialize<'de> for Settings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(WrittenSettings)
    }
}

struct WrittenSettings;

impl<'de> Visitor<'de> for WrittenSettings {
    type Value = Settings;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("settings")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Settings, M::Error> {
        let mut settings = Settings::default();
        while let Some(name) = map.next_key::<String>()? {
            match TABLES.iter().position(|table| *table == name) {
                Some(table) => settings.tables[table] = map.next_value()?,
                None => {
                    settings.texts.insert(name, map.next_value()?);
                }
            }
        }
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As they were kept when each was a field.
    const KEPT: &str = r#"{"theme":"dark","language":"ja","years":"","minus":"","text":"","density":"","columns":{"名称":"name"},"table":{},"region":"県北","joined":{},"collecting":{"by":"課"},"version":"1.0.0"}"#;

    #[test]
    fn settings_come_back_as_they_were_kept() {
        let mut settings: Settings = serde_json::from_str(KEPT).expect("reads");
        assert_eq!(settings.text("theme"), "dark");
        assert_eq!(settings.text("region"), "県北");
        assert_eq!(settings.text("another"), "");
        assert_eq!(settings.table(SettingTable::Columns)["名称"], "name");
        assert_eq!(settings.table(SettingTable::Collecting)["by"], "課");
        settings.set("theme", "light");
        let joined = settings.table(SettingTable::Joined);
        joined.insert("k1".to_owned(), "k2".to_owned());
        let text = serde_json::to_string(&settings).expect("writes");
        assert_eq!(
            serde_json::from_str::<Settings>(&text).expect("reads"),
            settings
        );
        assert!(text.contains(r#""version":"1.0.0""#) && text.contains(r#""joined":{"k1":"k2"}"#));
    }

    #[test]
    fn settings_of_another_shape_are_not_read() {
        for kept in ["[]", r#"{"theme":1}"#, r#"{"columns":"x"}"#, "{"] {
            assert!(serde_json::from_str::<Settings>(kept).is_err(), "{kept}");
        }
    }
}
