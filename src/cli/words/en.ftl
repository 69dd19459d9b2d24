# What the commands say. Each message says what is wrong, where, and what to do.

build-error = error
build-pages = { $n ->
    [one] { $n } page
   *[other] { $n } pages
}
build-changed = { $n ->
    [one] { $n } file changed
   *[other] { $n } files changed
}
build-done = { $pages }, { $changed }, { $seconds } s, { $faults }
build-unchanged = Nothing changed: { $files } files stay as they are, { $seconds } s
build-would = There would be { $pages }, { $changed }, { $seconds } s, { $faults }. Nothing was written.
build-drafts = Not published, being drafts: { $what }. Look at them in "tiendo serve", then confirm them by "tiendo confirm".
build-drafts-shown = This site shows drafts (--drafts): { $what }.
drafts-tasks = { $n ->
    [one] { $n } task
   *[other] { $n } tasks
}
drafts-documents = { $n ->
    [one] { $n } document
   *[other] { $n } documents
}
build-refused = No site was built: { $faults }.
build-in-place-instead = { $path } cannot be swapped in one step (a mount point), so its files were replaced one by one. Say --publish in-place to choose this for good.
build-put-aside = This file system cannot exchange two folders, so they were renamed in turn; for an instant between the two renames there was no site.
build-earlier-day = The last site was as of { $before }, this one is as of { $date }: was the clock of this machine set back?
build-leftover = { $path }, what a former build has left, could not be removed; the next build tries again.
build-leftover-owner = { $path }, what a former build has left, belongs to { $detail }, and this build runs as user { $uid }: no build of this user can remove it. As root: rm -r "{ $path }". Then let one user alone build into this web root.
build-leftover-unknown = { $path } bears a name that only tiendo gives, but nothing in it shows that it is tiendo's, so it is left alone. Look into it, then remove it or give it another name.
build-leftover-foreign = In { $path }, what a former build has left, lie files of others whose place in the web root is taken. Look into it, move them, then remove it: rm -r "{ $path }".
build-adopted = No manifest said which files are tiendo's. { $files } of them are byte for byte what is published, and are tiendo's from now on.
build-adopted-replaced = { $files } others stood where pages belong and were replaced: { $paths }. They are kept in { $path }; remove that folder when you have looked into it.
build-adopted-rest = { $files } others stay, and no build will touch them: { $paths }. Remove those that were pages of this site.

public-stands = The public site stands whole, as of { $date }.
public-broken = The public site at { $path } is NOT whole: files are missing or only part of them was replaced. Put the fault above right and build again.
public-none = There is no public site at { $path } yet.

check-done = Checked: { $faults }
check-drafts = Drafts, not published: { $what } in { $paths }

faults-errors = { $n ->
    [one] { $n } error
   *[other] { $n } errors
}
faults-warnings = { $n ->
    [one] { $n } warning
   *[other] { $n } warnings
}

why-new = new
why-damaged = lost or damaged
why-inputs = content changed
why-version = built by another version
why-dropped = no longer in the site

serve-other-port = Another program has port { $port }, so this is port { $found }.
serve-ready = The site is at { $url } (Ctrl+C stops)

init-done = A small site is in { $path }.
init-built = Built { $pages } into { $output }: open { $page } in a browser.
init-next = The next three commands, to be copied:
init-next-here = The next two commands, to be copied:
date-day = { $year }-{ $mm }-{ $dd }
pack-checked = The agencies are from the pack "{ $pack }", held against documents on { $day }. The source of each entry stands in the files that "tiendo init --pack { $pack }" makes; look at them before use.
init-not-empty = The folder "{ $path }" has files. Choose a new or an empty one.

doctor-program = Program
doctor-system = System
doctor-system-is = { $name }, processors: { $processors }
doctor-clock = Clock
doctor-clock-is = { $here }; where the site is, today is { $day } ({ $zone })
doctor-clock-back = The built site is as of { $day }, which is after today: set the clock of this machine right.
doctor-language = Language
doctor-site = Content
doctor-site-is = { $path }: { $files } files, { $tasks } tasks, { $faults }, reads format { $format }
doctor-check = "tiendo check" shows each fault and its cure.
doctor-theme = Theme
doctor-theme-carried = { $name }, no files of its own
doctor-theme-is = { $name }, { $own } files of its own, { $same } of them equal to the carried ones
doctor-output = Built site
doctor-output-is = { $path }: { $pages }, as of { $date }
doctor-rebuild = Files are missing or altered: "tiendo verify" says which, "tiendo build" makes them again.
doctor-owner = Permissions
doctor-owner-is = { $path }, user { $uid }
doctor-owner-other = { $path } belongs to user { $owner }, this command runs as user { $uid }
doctor-closed = User { $uid } may not write into { $path }. Give the right (chown, chmod); where only the web root may be written, build with --publish in-place.
doctor-stranger = Let one user alone build: run as user { $owner } (sudo -u "#{ $owner }" tiendo …), or as root: chown -R { $uid } "{ $path }"
doctor-disk = Disk
doctor-disk-is = { $size } MB free
doctor-disk-little = Nearly full: make room before the next build.
doctor-lock = Lock
doctor-lock-free = no build is running
doctor-lock-held = a build is running ({ $holder })
doctor-lock-wait = Wait for it; if it takes too long, look at that process. The lock ends with its process, no file needs to be removed.
doctor-web = Web server
doctor-web-is = { $url } answers { $status }; content policy: { $policy ->
    [yes] yes
   *[no] none
}; caching: { $cache }; style: { $style ->
    [yes] found
   *[no] not found
}
doctor-web-silent = The web server does not run, or listens elsewhere: correct the address after --url, or start the server.
doctor-web-status = The home page must answer 200: look at folder and path in the server's configuration (recipes in docs/installing.md).
doctor-web-no-policy = The header Content-Security-Policy is missing: copy it from the recipe (docs/installing.md).
doctor-web-blocks = Content-Security-Policy blocks the site's own style sheet: add style-src 'self'.
doctor-web-other = What answers is no page that tiendo made: the server shows another folder.
doctor-web-no-style = { $path } was not to be had: the server must show the folder assets of the site too.
doctor-not-here = --url asks the web server of this very machine alone, like http://127.0.0.1/tien-do/; "{ $url }" is no such address.

migrate-nothing = The content is in format { $format }, the present one: there is nothing to migrate.

schema-done = Wrote { $n } schemas into { $path }.
schema-not-ours = { $path } is not a schema that tiendo wrote, so it stays. Choose another folder for --dir, or move that file away.

theme-done = Wrote { $n } files into { $path }. Keep only those that you change: a site's own files do not follow later versions.
theme-kept = There already, left as it is: { $path }
theme-nothing = Nothing to write: every file is there already. To get the original, rename or remove yours first.
theme-next = To use this theme, write "theme: { $name }" into content/site.yaml.
theme-name = "{ $name }" cannot be the name of a theme: small letters without marks, digits and hyphens only. Give another by --into.
theme-no-file = The carried theme has no file "{ $path }". docs/theming.md lists them: assets/site.css, templates/base.html …
theme-file-meant = The carried theme has no file "{ $path }". Did you mean "{ $meant }"?

edit-done = Wrote { $path }.
edit-would = Nothing written (--dry-run).
edit-unsound = Nothing written: the site is at fault ({ $faults }). Put the faults above right first, then run this again.
edit-refused = Nothing written: the content would be at fault ({ $faults }). The lines above are those after writing.
edit-nothing = The update says nothing. Add --progress, --percent, --accepted, --reason, --proposal, --note, --evidence or --reading.
edit-no-task = No task in content/tasks has the id "{ $id }".
edit-task-meant = No task has the id "{ $id }". Did you mean "{ $meant }"?
edit-reference = { $path } cannot be edited by a program: the place is written with references of YAML (&, *, <<) or cannot be read. Edit that file by hand.
edit-unsure = { $path } cannot be edited by a program: what was made would not read back as meant. Nothing was written; edit that file by hand, and please report this.
edit-exists = { $path } is there already. Choose another id with --id.
edit-which-file = Several files could hold it: { $path }. Name one with --file.
edit-no-file = "{ $path }" cannot be written to: nobody would read it there. Name a .yaml file in the folder of its kind, for example --file them.yaml; not a hidden one, nor one that begins with README or # or ends in ~.
edit-no-id = "{ $id }" makes no id. Give one with --id.
edit-not-in-pack = The pack has no agency called "{ $name }". Write it by hand: tiendo new agency --name … --kind …
edit-pack-meant = The pack has no agency called "{ $name }". Did you mean "{ $meant }"?
edit-known = The site has this agency: { $name } (id { $id }).
edit-changed = { $path } was changed in the meantime. Nothing was written; run this again.
edit-locked = Another command has been writing into { $path } for half a minute. Nothing was written; let it finish, then run this again.
edit-owner = { $path } belongs to user { $user } and group { $group }, and you may not leave it so. Nothing was written; run this as that user (sudo -u "#{ $user }" tiendo …).
edit-id-poor = The id "{ $id }" lacks these letters of "{ $name }": { $letters }. Give a better one with --id, now or never: an id that is published stays.
edit-bad-id = "{ $id }" is no id: lower-case letters a-z, digits and hyphens only. Write, for example, --id { $meant }.
edit-evidence = The evidence "{ $id }" is not understood. Write "title | number | https://…", leaving out what there is not.
confirm-which = Name tasks by their ids, or a document by --document.
confirm-what = Confirming { $what }.
confirm-nothing = Nothing to confirm: { $id } is no draft.
confirm-of-draft = The task is not published yet: the document "{ $id }" is still a draft. To confirm all of it: tiendo confirm --document { $id }
confirm-no-document = No document or meeting has the id "{ $id }".
confirm-document-meant = No document or meeting has the id "{ $id }". Did you mean "{ $meant }"?

sheet-found = New updates: { $n }. In the data already, left out: { $known }.
sheet-refused = Nothing written. Faults in the file, told above: { $n }. Put them right there and import again.
sheet-encoding = { $path } is neither an XLSX workbook nor text in UTF-8. In Excel, save it as "Excel Workbook (*.xlsx)" or "CSV UTF-8".
sheet-old = { $path } is a workbook of the old format (.xls), or has a password. Open it, take the password off if it has one, and save it as "Excel Workbook (*.xlsx)".
sheet-other = { $path } is no XLSX workbook. Open it and save it as "Excel Workbook (*.xlsx)".
sheet-damaged = { $path } cannot be read: it is damaged. Open it in Excel or LibreOffice, save it as a new XLSX file and import that; if it does not open, ask for it again.
sheet-no-heads = { $path } has no row with the heads of the report form. Use the XLSX file of the agency on the data page, sheet "Mẫu báo cáo", and leave its heads as they are.
sheet-open-quote = { $path }:{ $value }: a cell begins with a quotation mark that is closed nowhere, so that all rows behind it are one cell. Close it, or write each quotation mark in a cell twice.
sheet-two-columns = { $path } has two columns that are "{ $value }", and no telling which counts. Delete one and import again.
sheet-two-sheets = { $path } has two sheets that are report forms: "{ $value }" and "{ $other }". Delete one, or make two files of them, and import again.
sheet-too-large = { $of ->
    [bytes] { $path } is larger than { $n } MB. Split it into several files.
    [content] { $path } holds more than { $n } MB of text when unpacked. Copy the sheet "Mẫu báo cáo" into a file of its own.
    [rows] { $path } has more than { $n } rows. Split it into several files.
    [columns] { $path } has more than { $n } columns. Copy the columns of the form into a file of their own.
   *[texts] { $path } has more than { $n } different texts. Copy the sheet "Mẫu báo cáo" into a file of its own.
}
sheet-odd = { $path }: row { $rows }: odd characters that cannot be seen were left out ({ $value }).
sheet-more-rows = { $rows } and { $n } more
sheet-meant = Did you mean "{ $meant }"?
sheet-no-task = the id of the task is missing.
sheet-unknown-task = no task has the id "{ $value }".
sheet-ambiguous-ref = several tasks have the reference "{ $value }": { $tasks }. Write the id of the task into the column.
sheet-no-agency = the id of the agency is missing, and this task is not one agency's alone. Write it into the column, or use --agency.
sheet-unknown-agency = no agency has the id "{ $value }".
sheet-no-report-of-group = the group "{ $value }" does not report on this task as a whole. Write the id of the agency that reports.
sheet-other-agency = a report of "{ $value }", not of the agency given as --agency.
sheet-no-report = a date of report, but no state, percent, words or product. Fill in one of them, or clear the date.
sheet-bad-date = "{ $value }" is no date. Write day/month/year.
sheet-bad-period = the period "{ $value }" is not understood. Write it as the form does: 2025, 2025-H1, 2025-Q2 or 2025-06.
sheet-bad-state = the state "{ $value }" is not understood. Write: Not started, In progress, Completed, Not applicable or Suspended.
sheet-bad-percent = "{ $value }" is no whole number from 0 to 100. Sixty per cent is written 60.
sheet-bad-reading = the value "{ $value }" of the indicator is not understood. Write a number such as 35.5, without a separator of thousands; semicolons between several.
sheet-error-cell = column "{ $column }" has a cell that failed: { $value }. Type the value, or clear the cell.
sheet-no-value = column "{ $column }" has a formula whose value is not in the file. Open the file in Excel or LibreOffice and save it again, or type the value.
sheet-day-for-text = column "{ $column }" is a text, and the cell is the day { $value }; the program may have made one of a number such as 12/2024. Give the cell the format Text and type it again.
sheet-number-for-text = column "{ $column }" is a text, and the cell is { $value }, perhaps not as it was typed. Give the cell the format Text and type it again.

diff-head = Changes from { $from } to { $to }
diff-drafts = Tasks left out because they are drafts: { $from } before, { $to } after
diff-assigned = Tasks newly given: { $n }
diff-completed = Obligations newly completed: { $n }
diff-overdue = Obligations newly past their deadline, not reported as done: { $n }
diff-extended = Deadlines extended: { $n }
diff-brought-forward = Deadlines brought forward: { $n }
diff-transferred = Tasks given to another lead: { $n }
diff-cancelled = Tasks given up: { $n }
diff-accepted = Obligations newly accepted as completed: { $n }
diff-corrected = Reports put right: { $n }
diff-reworded = Tasks with a new title or text: { $n }
diff-reopened = Obligations that count as done no more: { $n }
diff-gone = Tasks that are no longer in the data: { $n }
diff-due = due { $day }
diff-on = on { $day }

report-as-of = As of { $day }
report-tasks = Tasks: { $n }
report-obligations = Obligations: { $n }
report-tasks-fell-due = Tasks fallen due: { $n } ({ $done } done, { $overdue } overdue, { $unknown } without information)
report-obligations-fell-due = Obligations fallen due: { $n } ({ $done } done, { $overdue } overdue, { $unknown } without information)
report-completion = Completed, of those fallen due: { $rate }
report-punctuality = On time, of those completed: { $rate }
report-newly-overdue = Obligations whose deadline passed within the last { $days } days, not reported as done: { $n }
report-due = Obligations due within { $days } days: { $n }
report-unreported = Obligations past their deadline, no information on completion: { $n }
report-without-day = Obligations with a deadline whose day is not known yet: { $n }
report-awaiting = Obligations reported as completed, not accepted yet: { $n }
report-in-news = { $n ->
    [one] Besides, { $n } task is known from the press alone; it is in none of these numbers
   *[other] Besides, { $n } tasks are known from the press alone; they are in none of these numbers
}
report-drafts = { $n ->
    [one] { $n } task is still a draft and in none of these numbers
   *[other] { $n } tasks are still drafts and in none of these numbers
}
report-ref = ref. { $ref }
report-supervisor = supervisor: { $who }
report-officer = officer: { $who }
report-reason = reason: { $text }
report-proposal = asks for: { $text }
report-more = … and { $n } more
report-others = and { $n } other agencies
report-today = due today
report-left =
    { $n ->
        [one] { $n } day left
       *[other] { $n } days left
    }
report-late =
    { $n ->
        [one] { $n } day late
       *[other] { $n } days late
    }
report-holders = By agency
report-column-holder = Agency
report-column-total = Total
report-column-completed = Completed
report-column-in-time = In time
report-column-awaiting = Awaiting
report-column-overdue = Overdue
report-column-unreported = Unknown
report-column-undated = No date
report-column-aside = Other
report-column-rate = Completion rate
report-no-agency = No agency has the id "{ $id }". The ids stand in content/agencies.
report-agency-meant = No agency has the id "{ $id }". Did you mean "{ $meant }"?

explain-address = Documentation: { $address }
explain-unknown = There is no code "{ $code }". Run "tiendo explain" for all codes.
explain-did-you-mean = There is no code "{ $code }". Did you mean "{ $meant }"?

verify-no-manifest = { $path } has no manifest .tiendo/manifest.json: tiendo did not build this folder, or has not yet.
verify-missing = missing: { $path }
verify-altered = altered: { $path }
verify-foreign = not in the manifest, kept: { $path }
verify-whole = Matches its manifest: { $files } files, as of { $date }, built by { $generator }.
verify-not-whole = Does NOT match its manifest ({ $files } files, as of { $date }, built by { $generator }). Run "tiendo build" to restore files that are missing or of another length; remove an altered file of the same length and build again.

archive-done = Wrote { $path }: { $pages } pages, { $size } MB, as of { $date }.
archive-form = The name of { $path } must end in .html (one page that holds all) or .zip (the folder).
archive-inside = { $path } lies in the web root itself, where only files stand that tiendo has built. Choose another place for the archive.
archive-no-page = The built site has no meeting or document with the id "{ $id }".
archive-page-meant = The built site has no meeting or document with the id "{ $id }". Did you mean "{ $meant }"?
archive-too-large = { $pages } pages, { $size } MB, are too much for one .html file (256 MB at most). Write a .zip, or keep one meeting with --meeting.
archive-unread = { $path } does not read as this tiendo writes it: the site was built by another version, or its theme has lost <main id="main">. Build the site with this one, then archive it.
archive-about = An archive in one file. Downloads, feeds, calendars and boxes for other sites are not in it.
archive-about-part = An archive in one file: one meeting or document, with its tasks and the agencies that they name. The rest of the site is not in it.
archive-no-script = JavaScript is off, so only the first page below can be read. Turn it on to open the other pages and to search.
archive-too-old = This browser is old, so only the first page below can be read. Open the file in a browser of 2023 or later.

rollback-done = The site as of { $date } is live again: { $changed }. Older sites still kept: { $left }. The next build follows the data again: put the data right before it, or pause the timer.

usage-base-url = --base-url "{ $value }" is no address of a site: { $reason ->
    [relative] https:// is missing
    [host] it has no host
    [bad-host] its host is none
    [port] its port is none
    [user] it has a user name
    [character] it has characters that no address has
    [query] it has a question mark
    [fragment] it has a #
    [dots] it has . or .. as a part
    [slashes] it has two slashes in a row
    [file] it is a file, not a folder
   *[scheme] it does not begin with https:// or http://
}. Write it in full, for example https://vidu.example/tien-do/.
usage-date = { $flag } "{ $value }" is no date. Write year-month-day: { $example }.
usage-epoch = The variable SOURCE_DATE_EPOCH is "{ $value }", not a number of seconds since 1970. Correct it or unset it.
usage-keep-in-place = --keep needs a web root that is swapped as a whole. With --publish in-place, and always on Windows, files are replaced one by one, and there is no former folder to keep. Leave --keep out, or --publish in-place.
usage-no-site = There is no folder { $path }. Give the site's folder after --site, or run "tiendo init" to start one.

publish-disk-full = The disk is full at { $path } ({ $detail }). Make room and build again.
publish-no-permission = No permission for { $path } ({ $detail }). Allow writing to the web root and the folder that holds it; where only the web root itself may be written, use --publish in-place.
publish-io = The machine refused at { $path }: { $detail }.
publish-owner = No permission: { $path } belongs to { $detail }, and this build runs as user { $uid }. If no build of { $detail } is running, as root: chown -R { $uid } "{ $path }". Then build again, and let one user alone build into this web root.
publish-user = user { $uid }
publish-locked = Another build is running ({ $detail }; lock: { $path }). Let it finish, or use --wait SECONDS.
publish-refused-root = A site is never published into the root folder { $path }. Choose another folder for --output.
publish-refused-protected = A site is never published into { $path }, which is (or holds) { $detail }. Choose another folder for --output.
publish-refused-sources = { $path } lies in the sources of the site (content, themes). Choose another folder for --output.
publish-refused-git = { $path } has a .git: it is a repository. Choose another folder for --output.
publish-refused-not-a-folder = { $path } is not a folder. Choose another one for --output.
publish-refused-no-manifest = { $path } has files that tiendo did not build ({ $detail }, for one), so it is left alone. Choose an empty folder, or add --adopt to build into it and keep those files.
publish-refused-in-the-way = In { $path }, files that no manifest lists stand where the site is to be written: { $detail }. Move them away and build again.
publish-refused-link = { $path } is a symbolic link. In the web root and beside it, tiendo follows none: nothing was read or changed through it. Remove the link (or put the folder itself there) and build again.
publish-refused-not-ours = { $path } has a name that only tiendo uses, but tiendo did not make it, so it is left alone. Look at it, move it away and build again.
publish-refused-changed = { $path } was replaced by another folder or by a link while the build ran. Both stay as they are. Find out who did that, and build again.
publish-refused-no-former = { $path } is a mount point (or cannot be moved as a whole): its files are replaced one by one, so there is no former site to keep or to bring back. Build without --keep; or mount the folder above it, and let { $path } be a plain folder.
publish-render = { $detail } pages could not be rendered: a fault of the theme.
publish-bad-path = The plan has a path that must not be written: { $path }. This is a fault of tiendo; please report it.
publish-bad-manifest = The manifest { $path } cannot be read, so nobody knows which files are tiendo's. Build once with --adopt: files that are as they would be published are taken over; others where pages belong are replaced, and kept beside the web root; all else stays. Or restore the manifest from a backup.
publish-altered = { $path } is not what the manifest lists: it was altered, or a build is replacing files. "tiendo verify" tells which files; build again, then try again.
publish-newer-manifest = The manifest { $path } has format { $detail }, written by a later tiendo. Use that one.
publish-incomplete = The next site lacks a file or has it at the wrong length: { $path }. It was thrown away. Check the disk and build again.
publish-dead-links = Links lead to no file of the next site: { $detail }. It was thrown away. Correct the template or the text, or add --allow-dead-links if those files come later.
publish-stopped = Stopped as asked; nothing was left behind.

timings-phases = Time by phase:
timings-templates = Time by template (sum over threads):
timings-read = reading files
timings-load = checking the data, planning the pages
timings-publish = rendering and writing
publish-nothing-kept = No former site that differs from the live one is kept beside { $path }. Each build with --keep N keeps one whenever the site changes.
publish-damaged-generation = The former site kept at { $path } is not whole any more. Remove that folder to bring back an older one.

output-unwritten = The result could not be printed in full: { $detail }. See where it is redirected to (a full disk?) and run this again.

system = { $kind ->
    [not-found] there is no such file or folder
    [no-permission] no permission
    [disk-full] the disk is full
    [read-only] the disk can only be read
    [folder] this is a folder
    [no-folder] this is no folder
    [exists] the file is there already
    [not-empty] the folder is not empty
    [address-in-use] another program uses this port
    [too-large] the file is too large
    [bad-name] the name of the file is not valid or too long
    [too-many-links] too many links
    [busy] it is busy
    [bad-data] the data is damaged
    [device] the disk or network cannot be read or written
   *[other] the system reports an error
}
system-number = { $text } (system error { $number })

misuse-help = See how it is used: { $command } --help
misuse-no-value = { $arg } needs a value.
misuse-value = { $arg } does not take the value "{ $value }".
misuse-number = { $arg } does not take "{ $value }": a whole number is needed, not too large.
misuse-unknown = This command has no option "{ $arg }".
misuse-command = There is no command "{ $arg }".
misuse-no-command = A command is missing: { $arg }.
misuse-missing = { $arg } is missing.
misuse-twice = { $arg } may be given once only.
misuse-conflict = { $arg } does not go with { $other }. Leave one of the two out.
misuse-values = { $arg } has the wrong number of values.
misuse-utf8 = An argument is not UTF-8.
misuse-other = The arguments are not understood.
misuse-meant = Did you mean "{ $meant }"?
misuse-allowed = Use one of: { $values }.

import-found = Clauses: { $clauses }. Tasks: { $tasks }.
import-no-head = Paper
import-look = To look at first ({ $n }, most doubtful on top):
import-more = and { $n } more; see them all with tiendo serve
import-why = { $why ->
    [shortened] title shortened
    [carried] subject taken from the sentence above
    [year] year taken from the paper
    [vague] deadline without a clear day
    [head] names a head, the body is meant
    [group] a group of unknown members
    [person] a person, not written as an agency
    [ended] the body had ended or not begun then
    [near] a similar name
    [label] number missing or printed twice
    [maybe] may be no task
    [lead] names no lead
   *[unknown] not in the record
}
import-unknown-name = Not in the record: "{ $name }"; proposed id: { $id }
import-unknown-near = Not in the record: "{ $name }"; proposed id: { $id }; similar: { $near }
import-unknown-names = Nothing written: names of agencies that the record lacks, told above: { $n }. If one is another name of an agency that is there, add it to that agency's also; if it is new, run again with --accept.
import-ask-names = Add these agencies ({ $n }) to the record and write the draft? [c = yes, k = no]
import-known = This paper is in the record already ({ $id }); nothing written. To add tasks that are missing: --into { $id }.
import-from-pack = Added out of the carried pack: { $names }.
import-same = Nothing changed since this register was read last.
import-changes = Since it was read last: new rows { $new }, changed cells { $changed }, changed here too and left alone { $kept }, rows gone { $vanished }.
import-kept = changed in the record too, left alone
import-changes-open = Nothing written. Look at the changes above; to take them over, run again with --accept.
import-no-mapping = There is no { $path }.
export-done = Wrote { $path } with { $n } tasks. Importing it changes nothing.
export-which = Several documents, or none, came as a register. Say which: --document ID. { $ids }
import-no-document = No document has the id "{ $id }".
import-next = A draft is not published. Review it: tiendo serve. Confirm it: tiendo confirm --document { $id }.
import-tcvn3 = The paper was written in TCVN3 (.VnTime) and was converted to Unicode.
import-vni = The paper was written in VNI and was converted to Unicode.
import-unreadable = { $why ->
    [empty] { $path } has no text.
    [large] { $path } is too large. Split it into several files.
    [damaged] { $path } is damaged or incomplete. Open it with Word, Excel or LibreOffice, save it again and import that.
    [encrypted] { $path } has a password. Remove it and import again.
    [macros] { $path } carries programs (macros). Save it as .docx or .xlsx and import that.
    [old-word] { $path } is an old Word file (.doc). Save it as .docx in Word and import that.
    [scan] { $path } is a scan without text. A Word file, a PDF with text, or a text that was recognised and proofread is needed.
    [bad-text] { $path } has lost its marks or was misread by a machine; nothing in it can be relied on. A Word file or a proofread text is needed.
    [not-vietnamese] { $path } is not in Vietnamese.
    [encoding] { $path } is in an encoding that cannot be told. Save it as Unicode (UTF-8) and import that.
   *[format] { $path } is of no kind that is read. Read are: DOCX, PDF with text, MD, TXT, XLSX, XLS, ODS, CSV.
}
import-field = { $field ->
    [ref] number
    [title] what is to be done
    [text] more words of the duty
    [group] group of tasks
    [lead] lead
    [coordinators] coordinators
    [due] deadline
    [products] product
    [source] paper behind it
    [assigned] day of assignment
    [supervisor] leader in charge
    [officer] officer who follows it
    [unit] unit
    [target] target
    [status] status
    [progress] what was done
    [note] remarks
   *[ignored] not read
}
import-ask-column = Column "{ $head }" (such as "{ $sample }"): is it { $field }? [Enter = yes, b = leave it out, or a field such as lead, due, note]
import-column-taken = Column "{ $head }" (such as "{ $sample }") is taken for: { $field }. If that is wrong, change it in content/import/.
import-columns-ignored = Columns that are not read: { $heads }.
