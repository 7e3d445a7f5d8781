//! Display settings of the app on this device: the language in force, and the style of years and numbers.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::workspace::Workspace;
use device::choices;
use words::{Language, NumberStyle};

/// Display settings of the app: at first as `boot.js` read them on this device. Copy it freely.
#[derive(Clone, Copy)]
pub struct Display {
    language: RwSignal<Language>,
    style: RwSignal<NumberStyle>,
}

impl Display {
    /// Applies the settings stored on this device.
    pub fn set_up() -> Self {
        let (language, style) = choices::adopt();
        let display = Self {
            language: RwSignal::new(language),
            style: RwSignal::new(style),
        };
        provide_context(display);
        display
    }

    /// Returns the settings of this app.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// Tracked: the language in force.
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// Tracked: the style of years and numbers.
    pub fn style(self) -> NumberStyle {
        self.style.get()
    }

    /// Tracks language and style.
    pub fn track(self) {
        self.language.track();
        self.style.track();
    }

    /// Switches to another language once its texts are fetched, and stores the choice on this device. If they are not
    /// available, the current language stays, and the user gets a message.
    pub fn speak(self, language: Language) {
        let workspace = Workspace::here();
        spawn_local(async move {
            match choices::speak(language, &language.files()).await {
                Ok(()) => {
                    let style = NumberStyle {
                        years: language.years(),
                        ..self.style.get_untracked()
                    };
                    workspace.remember_language(language, style);
                    style.adopt();
                    self.style.set(style);
                    self.language.set(language);
                }
                Err(_) => workspace.say(words::shell::language_not_fetched().to_owned()),
            }
        });
    }

    /// Switches to another style of years and numbers, and stores the choice on this device.
    pub fn write(self, style: NumberStyle) {
        Workspace::here().remember_language(self.language.get_untracked(), style);
        style.adopt();
        self.style.set(style);
    }
}
