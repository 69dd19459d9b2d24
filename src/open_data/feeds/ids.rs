//! Names that are unique over the world and stay: of events (UID of RFC 5545), of feeds and their entries (Atom).
//!
//! They hold the site's whole address, because one host may bear several sites. A site that knows no address is told from
//! others by its title and operator.

use crate::open_data::files::DataFile;
use crate::open_data::site::ExportSite;
use chrono::NaiveDate;

/// The UID of an event: where the site stands on its host, what the event is, the host.
pub(super) fn event(site: &ExportSite, folder: &str, name: &str) -> String {
    match place(site) {
        Some((host, rest)) => format!("{rest}{folder}.{name}@{host}"),
        // A host that never exists (RFC 2606).
        None => format!("{folder}.{name}@{}.invalid", hex(hash(&own_name(site)))),
    }
}

/// The id of an entry: a `tag:` URI (RFC 4151), which needs a host with a name; else a UUID.
pub(super) fn entry(site: &ExportSite, day: NaiveDate, name: &str) -> String {
    match place(site) {
        Some((host, rest)) if !host.starts_with('[') => format!("tag:{host},{day}:{rest}{name}"),
        Some((host, rest)) => uuid(&format!("{host}/{rest}{name}")),
        None => uuid(&format!("{}\n{name}", own_name(site))),
    }
}

pub(super) fn feed(site: &ExportSite, file: DataFile) -> String {
    let path = file.path(site.data());
    match &site.base_url {
        Some(base) => format!("{base}{path}"),
        None => uuid(&format!("{}\n{path}", own_name(site))),
    }
}

/// The host of the site's address, and what tells the site from others on it: a port, a path.
fn place(site: &ExportSite) -> Option<(&str, &str)> {
    let (_, rest) = site.base_url.as_deref()?.split_once("://")?;
    let (authority, _) = rest.split_once('/').unwrap_or((rest, ""));
    let rest = &rest[authority.rfind('@').map_or(0, |at| at + 1)..];
    // An address of IPv6 has colons of its own, in brackets.
    let end = if rest.starts_with('[') { rest.find(']').map(|n| n + 1) } else { rest.find([':', '/']) };
    let (host, rest) = rest.split_at(end.unwrap_or(rest.len()));
    (!host.is_empty()).then(|| (host, rest.strip_prefix('/').unwrap_or(rest)))
}

fn own_name(site: &ExportSite) -> String {
    let settings = &site.data().settings;
    let operator = settings.operator.as_ref().map(|name| format!("\n{name}")).unwrap_or_default();
    format!("{}{operator}", settings.title)
}

/// A UUID of version 8 (RFC 9562) from a hash.
fn uuid(name: &str) -> String {
    let mut bytes = hash(name);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex = hex(bytes);
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

fn hash(name: &str) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&blake3::hash(name.as_bytes()).as_bytes()[..16]);
    bytes
}

fn hex(bytes: [u8; 16]) -> String {
    format!("{:032x}", u128::from_be_bytes(bytes))
}
