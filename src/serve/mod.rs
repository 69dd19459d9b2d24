//! The preview server: planned pages from memory, rendered when they are asked for; a change reloads the browser.
//!
//! Deals with HTTP on loopback. Refuses: reading a page from a disk (a path that is not planned does not exist, so
//! there is nothing to traverse), other hosts, knowing how a site is made (the command hands that over).
//!
//! While the content has errors, the last good pages stay, under an overlay with the diagnostics.

mod address;
mod answer;
mod error;
mod live;
mod watch;

#[cfg(test)]
mod tests;

pub use error::{ErrorKind, ServeError};
pub use live::Built;

use address::Mount;
use live::{Live, Now};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::watch as cell;

#[derive(Debug, Clone, Default)]
pub struct ServeOptions {
    /// Ports on 127.0.0.1, the first that is free of them; 0: any that is free.
    pub ports: Vec<u16>,
    /// Public address of the site; the site is mounted at its path.
    pub base_url: Option<String>,
    /// Folders whose changes rebuild the site: `content/` and `themes/`. Those that are not there are passed over.
    pub watched: Vec<PathBuf>,
    /// Set from elsewhere (a signal) to stop.
    pub stop: Arc<AtomicBool>,
}

/// How long after a change the site is rebuilt: five quick writes are one change.
const QUIET: Duration = Duration::from_millis(60);
/// How often the server looks whether to stop.
const PULSE: Duration = Duration::from_millis(100);

/// Serves a site until `options.stop` is set.
///
/// `rebuild` is called once at the start and after each change, never twice at once; its error is the diagnostics as
/// they are to be shown. `on_ready` is told the port and the address of the home page.
///
/// # Errors
/// All ports are taken, or the folders cannot be watched.
pub fn serve(
    options: &ServeOptions,
    mut rebuild: impl FnMut() -> Result<Built, String> + Send,
    on_ready: impl FnOnce(u16, &str),
) -> Result<(), ServeError> {
    let mount = Mount::of(options.base_url.as_deref());
    let wanted: Vec<SocketAddr> = options.ports.iter().map(|port| (Ipv4Addr::LOCALHOST, *port).into()).collect();
    let of_address = |e| ServeError::listen(wanted[0], e);
    // Tries one after the other; the error is that of the last.
    let listener = TcpListener::bind(&*wanted).map_err(of_address)?;
    listener.set_nonblocking(true).map_err(of_address)?;
    let address = listener.local_addr().map_err(of_address)?;
    // Before the first build: a change during it is not missed.
    let (watcher, changes) = watch::start(&options.watched, QUIET)?;
    let (now, seen) = cell::channel(Arc::new(Now::first(rebuild())));
    let live = Live { mount, now: seen };
    let url = live.mount.url(address);
    std::thread::scope(|threads| {
        let rebuilding = threads.spawn(move || {
            // Ends when the watcher is gone.
            while changes.recv().is_ok() {
                let result = rebuild();
                now.send_modify(|now| *now = Arc::new(now.next(result)));
            }
        });
        on_ready(address.port(), &url);
        let served = run(listener, live, &options.stop).map_err(|e| ServeError::listen(address, e));
        drop(watcher);
        // A panic while building was shown by its own thread; the last good pages were served on.
        drop(rebuilding.join());
        served
    })
}

fn run(listener: TcpListener, live: Live, stop: &AtomicBool) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let app = axum::Router::new().fallback(live::handle).with_state(Arc::new(live));
        // Not a graceful end: a browser that waits for events would never let go.
        tokio::select! {
            served = async { axum::serve(listener, app).await } => served,
            () = until(stop) => Ok(()),
        }
    })
}

async fn until(stop: &AtomicBool) {
    while !stop.load(Ordering::Relaxed) {
        tokio::time::sleep(PULSE).await;
    }
}
