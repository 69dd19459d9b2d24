//! The theme's assets as files of the site.

use crate::bundle::{Fingerprint, MakeError, Source};
use crate::theme::Theme;
use std::borrow::Cow;
use std::sync::Arc;

/// Style sheets, scripts and pictures of a theme.
pub(crate) struct Assets(Arc<Theme>);

impl Assets {
    pub(crate) fn new(theme: Arc<Theme>) -> Self {
        Self(theme)
    }

    fn of(&self, path: &str) -> &[u8] {
        let asset = self.0.assets().find(|asset| asset.path == path);
        &asset.unwrap_or_else(|| panic!("{path} is not planned")).bytes
    }
}

impl Source for Assets {
    fn paths(&self) -> Vec<&str> {
        self.0.assets().map(|asset| asset.path.as_str()).collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        Fingerprint::of(self.of(path))
    }

    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
        Ok(Cow::Borrowed(self.of(path)))
    }
}
