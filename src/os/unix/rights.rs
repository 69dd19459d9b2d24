//! A file that takes the place of another belongs to the same people, with the same rights.

use rustix::fs::{XattrFlags, fgetxattr, flistxattr, fremovexattr, fsetxattr};
use std::fs::File;
use std::io;
use std::os::unix::fs::{MetadataExt, fchown};

/// Longest list of names, longest value of an attribute (Linux).
const LONGEST: usize = 64 << 10;
/// The access list of a file.
const ACCESS: &[u8] = b"system.posix_acl_access";

/// Gives `new` the owner, group, mode, access list and user attributes of `old`; where the system forbids it, the owner
/// and the group that it should have.
pub fn keep_rights(old: &File, new: &File) -> io::Result<Result<(), (u32, u32)>> {
    let (old_data, new_data) = (old.metadata()?, new.metadata()?);
    let forbidden = Err((old_data.uid(), old_data.gid()));
    let owner = (old_data.uid() != new_data.uid()).then_some(old_data.uid());
    let group = (old_data.gid() != new_data.gid()).then_some(old_data.gid());
    if owner.or(group).is_some() && fchown(new, owner, group).is_err() {
        return Ok(forbidden);
    }
    new.set_permissions(old_data.permissions())?;
    Ok(attributes(old, new).or(forbidden))
}

/// A file made by root belongs to whom its folder belongs; others make their own.
pub(super) fn as_folder(folder: &File, new: &File) -> io::Result<()> {
    let (folder, made) = (folder.metadata()?, new.metadata()?);
    if made.uid() == 0 && (folder.uid(), folder.gid()) != (made.uid(), made.gid()) {
        // Where even root may not, it stays root's.
        let _ = fchown(new, Some(folder.uid()), Some(folder.gid()));
    }
    Ok(())
}

fn attributes(old: &File, new: &File) -> io::Result<()> {
    let mut names = vec![0; LONGEST];
    let Ok(length) = flistxattr(old, &mut names) else {
        // No attributes on this file system.
        return Ok(());
    };
    let names = names[..length].split(|b| *b == 0).filter(|name| name.starts_with(b"user.") || *name == ACCESS);
    let mut listed = false;
    for name in names {
        let mut value = vec![0; LONGEST];
        let length = fgetxattr(old, name, &mut value)?;
        fsetxattr(new, name, &value[..length], XattrFlags::empty())?;
        listed |= name == ACCESS;
    }
    if !listed {
        // The folder may have given the new file a list that the old one had not.
        let _ = fremovexattr(new, ACCESS);
        new.set_permissions(old.metadata()?.permissions())?;
    }
    Ok(())
}
