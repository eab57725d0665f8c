//! The person's own templates.

use crate::platform::{self, Refused};
use crate::text;
use leptos::prelude::{RwSignal, Signal};
use leptos::task::spawn_local;
use template::{Full, Merged, NotPut, Template, TemplateFault, Templates};

/// What the browser keeps of the person's own templates.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// It is being asked.
    Pending,
    /// These, which may be none.
    Ready(Templates),
    /// Something that is no file of templates. It is left alone until the person removes it.
    Unreadable {
        /// What is kept.
        text: String,
        /// Why it cannot be read.
        faults: Vec<TemplateFault>,
    },
    /// The browser does not say.
    Refused,
}

/// Why own templates were not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// There is no room.
    Full(Full),
    /// Another one has the name.
    NameTaken,
    /// What is kept cannot be read, and nothing is written over it.
    Unreadable,
    /// The browser refused to read or to keep.
    Refused,
}

impl Unsaved {
    /// What a person reads.
    #[must_use]
    pub fn message(self) -> String {
        match self {
            Unsaved::Full(full) => full.to_string(),
            Unsaved::NameTaken => text::templates::NAME_TAKEN.to_owned(),
            Unsaved::Unreadable => text::templates::NOT_KEPT_OVER_UNREADABLE.to_owned(),
            Unsaved::Refused => text::templates::NOT_KEPT.to_owned(),
        }
    }
}

/// The person's own templates, as they are kept. A handle: copies are the same templates.
///
/// What is kept is read as carefully as a file from anybody: other pages of the same origin and other programs can write there.
#[derive(Clone, Copy)]
pub struct OwnTemplates {
    kept: RwSignal<Kept>,
    is_busy: RwSignal<bool>,
}

impl OwnTemplates {
    /// Begins to read what is kept.
    #[must_use]
    pub fn new() -> Self {
        let own = OwnTemplates {
            kept: RwSignal::new(Kept::Pending),
            is_busy: RwSignal::new(false),
        };
        own.reload();
        own
    }

    /// Reads what is kept again: another page may have changed it.
    pub fn reload(self) {
        spawn_local(async move {
            self.show(read().await);
        });
    }

    /// What is kept.
    #[must_use]
    pub fn kept(self) -> Signal<Kept> {
        self.kept.into()
    }

    /// Whether they are being changed; whoever wants to change them waits.
    #[must_use]
    pub fn busy(self) -> Signal<bool> {
        self.is_busy.into()
    }

    /// Reads something of the templates that there are, and follows their changes.
    pub fn read<T>(self, reader: impl FnOnce(&Templates) -> T) -> T {
        self.kept.with(|kept| match kept {
            Kept::Ready(templates) => reader(templates),
            Kept::Pending | Kept::Unreadable { .. } | Kept::Refused => reader(&Templates::default()),
        })
    }

    /// Puts templates in the place of those of the same names, or at the end: all of them or none.
    ///
    /// # Errors
    /// See [`Unsaved`].
    pub async fn put_all(self, templates: Templates) -> Result<Merged, Unsaved> {
        self.change(move |own| own.put_all(templates).map_err(Unsaved::Full))
            .await
    }

    /// Puts a template in the place of the one of this name, whatever its own name is.
    ///
    /// # Errors
    /// See [`Unsaved`].
    pub async fn put_in_place_of(self, name: String, template: Template) -> Result<(), Unsaved> {
        self.change(move |own| {
            own.put_in_place_of(&name, template)
                .map_err(|reason| match reason {
                    NotPut::NameTaken => Unsaved::NameTaken,
                    NotPut::Full(full) => Unsaved::Full(full),
                })
        })
        .await
    }

    /// Takes the one of this name out; one that another page took out already is out.
    ///
    /// # Errors
    /// See [`Unsaved`].
    pub async fn remove(self, name: String) -> Result<(), Unsaved> {
        self.change(move |own| {
            own.remove(&name);
            Ok(())
        })
        .await
    }

    /// Removes what is kept, whatever it is.
    ///
    /// # Errors
    /// The browser did not.
    pub async fn forget(self) -> Result<(), Refused> {
        platform::forget_own_templates().await?;
        self.show(Kept::Ready(Templates::default()));
        Ok(())
    }

    async fn change<T>(
        self,
        change: impl FnOnce(&mut Templates) -> Result<T, Unsaved>,
    ) -> Result<T, Unsaved> {
        self.is_busy.set(true);
        let outcome = self.change_kept(change).await;
        self.is_busy.try_set(false);
        outcome
    }

    /// Another page may have saved something since this one read it, so what is kept is read first.
    async fn change_kept<T>(
        self,
        change: impl FnOnce(&mut Templates) -> Result<T, Unsaved>,
    ) -> Result<T, Unsaved> {
        let kept = read().await;
        self.show(kept.clone());
        let mut templates = match kept {
            Kept::Ready(templates) => templates,
            Kept::Unreadable { .. } => return Err(Unsaved::Unreadable),
            Kept::Refused | Kept::Pending => return Err(Unsaved::Refused),
        };
        let outcome = change(&mut templates)?;
        let written = match templates.is_empty() {
            true => platform::forget_own_templates(),
            false => platform::keep_own_templates(&templates.write()),
        };
        written.await.map_err(|Refused| Unsaved::Refused)?;
        self.show(Kept::Ready(templates));
        Ok(outcome)
    }

    /// What did not change rebuilds nothing on the page.
    fn show(self, kept: Kept) {
        if self
            .kept
            .try_with_untracked(|shown| *shown != kept)
            .unwrap_or_default()
        {
            self.kept.set(kept);
        }
    }
}

impl Default for OwnTemplates {
    fn default() -> Self {
        Self::new()
    }
}

async fn read() -> Kept {
    match platform::kept_own_templates().await {
        Err(Refused) => Kept::Refused,
        Ok(None) => Kept::Ready(Templates::default()),
        Ok(Some(text)) => match Templates::read(text.as_bytes()) {
            Ok(templates) => Kept::Ready(templates),
            Err(faults) => Kept::Unreadable { text, faults },
        },
    }
}
