//! Where the data live and how the host is: what the status line says.

use crate::domain::error::Error;

/// The two places data can be, each with its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The device's memory.
    pub device: Device,
    /// The CRM.
    pub host: HostState,
    /// The host's name as its users call it; empty until it has said so.
    pub host_name: String,
    /// The last change that could not be kept or sent, until one can.
    pub trouble: Option<Error>,
}

/// The device's memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Device {
    /// Being opened.
    Opening,
    /// Keeps what it acknowledges.
    Kept,
    /// Keeps nothing beyond this page, and why.
    Lost(Error),
}

/// The CRM around the widget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostState {
    /// There is none.
    None,
    /// Being asked.
    Connecting,
    /// Answers.
    Online,
    /// Does not answer, or not as agreed, and why.
    Away(Error),
}

impl Status {
    pub(super) fn new(host: bool) -> Self {
        Status {
            device: Device::Opening,
            host: if host { HostState::Connecting } else { HostState::None },
            host_name: String::new(),
            trouble: None,
        }
    }

    /// Everything that is wrong now, the device first.
    pub fn troubles(&self) -> Vec<Error> {
        let lost = if let Device::Lost(error) = &self.device { Some(error.clone()) } else { None };
        let away = if let HostState::Away(error) = &self.host { Some(error.clone()) } else { None };
        let mut all: Vec<_> = [lost, away, self.trouble.clone()].into_iter().flatten().collect();
        all.dedup();
        all
    }
}
