## The words of faults. Each code: the message, .cause (under the caret, where needed), .cure.

severity-error = error
severity-warning = warning
help = help
hint = hint
again = again
again-at = { $count ->
    [one] one more place
   *[other] { $count } more places
}
did-you-mean = did you mean "{ $name }"?
write-instead = write { $name }
more-faults = … and { $count } more, not shown here

related-first-here = first here
related-defined-here = defined here
related-also-here = and here
related-from-here = begins here
related-reported-here = reported on this day

what-expected = { $expected ->
    [texts] a text or a list of texts
    [id] an id
    [ids] an id or a list of ids
    [day] a day such as 2024-06-30
    [partial-date] a day, month or year: 2024-06-30, 2024-06 or 2024
    [completed-on] a day, a month, a year or unknown
    [period] a period: 2024-W05, 2024-06, 2024-Q2, 2024-H1 or 2024
    [day-or-period] a day or a period: 2024-06-30, 2024-W05, 2024-06, 2024-Q2, 2024-H1, 2024
    [day-or-month] a day or a month: 2024-06-30 or 2024-06
    [day-or-meeting] a day, a month or a meeting: 2024-06-30, 2024-06, { "{" }meeting: …{ "}" }
    [counted-from] issue, meeting or a day such as 2024-06-30
    [days-off] a list of days, each item begins with "- "
    [due] a deadline: 2024-06-30, 2024-Q2, continuous, or { "{" }before: 2024-06-30{ "}" }
    [clause] the label of a clause
    [flag] true or false
    [count] a whole number
    [number] a number with a decimal point
    [url] a web address
    [email] an e-mail address
    [agency-code] an electronic identification code such as G22
    [timezone] the name of a time zone
    [choice] one of a few words
    [choices] one or more of a few words
    [mapping] "field: value" pairs
    [mappings] a list, each entry beginning with "- "
   *[text] a text
}
what-found = { $found ->
    [nothing] nothing
    [list] a list
    [mapping] "name: value" pairs
   *[text] other text
}
what-record = { $record ->
    [site] site.yaml
    [thresholds] thresholds
    [feedback] feedback
    [feedback-period] a period of feedback
    [conclusion_of] conclusion_of
    [agencies-file] a file of agencies
    [agency] an agency
    [tasks-file] a file of tasks
    [evidence] evidence
    [indicator] an indicator
    [within] "within"
    [due-meeting] the meeting of a deadline
    [extension] an extension
    [update] an update
    [news] a news item
    [import] a file of import
    [import-column] a column
    [import-name] a name
    [import-row] a row
   *[other] a { $record }
}
what-kind = { $kind ->
    [news] news item
   *[other] { $kind }
}
what-unit = { $unit ->
    [half] half-year
   *[other] { $unit }
}

yaml-syntax = { $reason ->
    [colon] a colon inside the value misleads YAML
    [star] the value begins with * or &, which misleads YAML
    [sign] the value begins with a character that YAML reserves
    [block] the value begins with > or |, which misleads YAML
    [after-quote] there is text after the closing quote
    [open-quote] a quote is opened and never closed
    [escape] a \ inside double quotes that means nothing
    [bracket] a [ or { "{" } is not closed where it should be
    [dash] a list begins on a line of its own
    [indent] the indentation does not fit the lines around
    [wide-colon] the colon here is the wide one (：) of Chinese type, which YAML does not know
    [list-sign] the item of the list begins with a sign of a word processor, not with "-"
    [no-colon] this line lacks the colon after the field's name
    [tab] indentation by a tab
    [tag] the value begins with !, which misleads YAML
    [directive] a line that begins with % has no place here
    [documents] a file holds one YAML document only
    [key] the name of a field must be a word
    [merge] << must refer to "field: value" pairs
   *[other] the file is not valid YAML
}
    .cure = { $reason ->
        [after-quote] put the whole value in quotes and write quotes inside as \"
        [open-quote] add the quote at the end of the value
        [escape] write \\ instead of \, or use single quotes
        [bracket] close the bracket; if it is part of a text, put the whole value in quotes
        [dash] begin a new, indented line before "-"; if it is a text, put it in quotes
        [indent] indent with spaces, as far as the fields of the same level
        [wide-colon] type an ordinary colon, with a blank behind it
        [list-sign] put a hyphen "-" and a blank in its place
        [no-colon] write "field: value" with a space after the colon
        [tab] replace the tab by spaces, in line with the entries of the same level
        [directive] remove the line, or put the value in quotes
        [documents] remove the --- in the middle, or make two files
        [key] use a field of docs/content.md
        [merge] refer to a mapping that was named with &
        [other] look at this line and the one above; if it is a text, put it in quotes
       *[colon] put the value in quotes
    }
duplicate-key = the field "{ $key }" stands twice
    .cause = the second time
    .cure = keep one, remove the other or join them
yaml-bounds = { $reason ->
    [depth] nested too deeply
    [nodes] the file has too many values
    [loop] a named block refers to itself
   *[aliases] references with * make the file too large
}
    .cure = { $reason ->
        [nodes] split the file
       *[other] write values out instead of referring to them, with less nesting
    }
file-too-large = the file has { $size } MiB, the bound is { $limit } MiB
    .cure = split the file
too-many-files = the site has more than { $limit } files
    .cure = join small files, or take out of content/ and themes/ what is not part of the site
bad-utf8 = the file is not UTF-8
    .cause = from here on
    .cure = open it in an editor and save it as UTF-8
merge-conflict = git has left two versions here, and nobody has chosen one (lines { $lines })
    .cure = open the file, compare the two versions between these lines, keep one or join them, then delete the marker lines
symlink-outside = the link leaves the site, to { $target }
    .cure = put a copy of the file here instead of the link
front-matter-missing = the Markdown file has no front matter
    .cure = begin the file with a line ---, fields such as "title: …", and another line ---
file-missing = there is no { $path }
    .cure = change to the folder of the site (cd), or add --site; for a new site create the file with a line "title: Name of the site"
newer-format = this site is in format { $format } of the content and needs a newer Tiendo; the one that runs ({ $version }) reads formats up to { $known }
    .cure = install a newer Tiendo and run this again; do not lower the number, content in a newer format would be read wrongly
unknown-file = this file is not used: { $reason ->
    [folder] it is in no folder that the site reads
    [yaml-wanted] the folder takes .yaml files only
    [markdown-wanted] the folder takes .md files only
   *[theme] the theme has no place for it
}
    .cure = { $reason ->
        [folder] move it to agencies/, meetings/, documents/, tasks/, news/ or pages/, or out of content/
        [yaml-wanted] make it a .yaml file, or move it out of content/
        [markdown-wanted] make it a .md file, or move it out of content/
       *[theme] move it to templates/, messages/ or assets/ of the theme
    }
unknown-field = there is no field "{ $field }" in { what-record }
    .cure = the fields are listed in docs/content.md
missing-field = { what-record } lacks the field "{ $field }"
    .cause = in the entry that begins here
    .cure = add it, for example: { $field }: { $example }
wrong-type = { $of ->
    [record] { what-record } takes { what-expected }, found { what-found }
   *[field] "{ $field }" takes { what-expected }, found { what-found }
}
    .cure = { $expected ->
        [number] write digits and a decimal point, no unit, for example: 12.5
        [count] write digits, no unit, for example: { $example }
        [flag] write true or false
       *[other] for example: { $example }
    }
conflicting-fields = { $reason ->
    [needs] "{ $field }" goes with "{ $other }" only
   *[excludes] "{ $field }" cannot stand beside "{ $other }"
}
    .cure = { $reason ->
        [needs] add "{ $other }", or remove "{ $field }"
       *[excludes] keep one of them
    }
unknown-value = "{ $value }" is no value of "{ $field }"
    .cure = use one of: { $allowed }
out-of-range = { $reason ->
    [digits] the number of "{ $field }" is too long to be kept with all its digits
    [below] "{ $field }" ({ $value }) is below the lower end of the range ({ $min })
   *[range] "{ $field }" must be { $min } to { $max }
}
    .cure = { $reason ->
    [digits] write 15 digits at most: leave out decimals, or use a larger unit (millions)
   *[range] correct the number
}
empty-text = { $reason ->
    [hash] "{ $field }" is empty: YAML takes the text after # for a comment
   *[empty] "{ $field }" has no content
}
    .cure = { $reason ->
        [hash] put the value in quotes
       *[empty] fill it in, or remove the field if it is unknown and may be absent
    }
odd-characters = { $field ->
    [this-line] invisible characters here ({ $characters }), left out or made blanks
   *[other] "{ $field }" has invisible characters ({ $characters }), left out or made blanks
}
    .cure = type the passage anew; such characters come from word processors and web pages
old-encoding = { $field ->
    [this-line] this line is in the letters of an old font ({ $encoding }) and would be shown as they stand
   *[other] "{ $field }" is in the letters of an old font ({ $encoding }) and would be shown as they stand
}
    .cure = convert the passage to Unicode and compare it with the original
lost-text = the text after # is taken for a comment and not shown
    .cure = put the whole value in quotes; if it is a comment, add a space after #
bad-id = { $reason ->
    [file] the file name "{ $value }" cannot be an address
    [long] the id is longer than 120 characters
    [empty] the id is empty
    [annex] "{ $value }" is no id of an annex
   *[character] the id "{ $value }" must not contain "{ $character }"
}
    .cure = { $reason ->
        [annex] write "pl-" and the annex's number from 1 to 39, for example "pl-2"; "pl" for an only annex without a number
       *[other] use lower-case letters a-z, digits, and single hyphens inside only
    }
reserved-name = Windows keeps the name "{ $id }" for itself, no folder can have it there
    .cure = { $of ->
        [file] rename the file, for example { $id }-1; else the site cannot be copied to a Windows server (IIS)
       *[id] choose another id, for example { $id }-1; else the site cannot be copied to a Windows server (IIS)
    }
bad-date = { $reason ->
    [impossible] there is no such date as "{ $value }"
    [serial] "{ $value }" is the number that Excel gives a day, not a date
    [kind] "{ $field }" takes { what-expected }
   *[shape] "{ $value }" cannot be read as a date
}
    .cure = { $reason ->
        [impossible] check day and month
        [serial] compare with the sheet, then write year-month-day
       *[other] write { what-expected }
    }
bad-clause = "{ $value }" is no clause label
    .cure = write it as printed, levels joined by dots, in quotes: "III.2.a", "3.1", "¶8"
unsafe-url = { $reason ->
    [relative] "{ $url }" is not a full address
    [host] "{ $url }" has no host
    [user] an address must not carry a user name
    [bad-host] the host in "{ $url }" is none
    [port] the port behind the colon in "{ $url }" is none
    [character] the address has characters that it cannot have
    [query] the address of the site must not have a question mark
    [fragment] the address of the site must not have a #
    [dots] the address of the site must not have . or .. as a part
    [slashes] the address of the site has two slashes in a row
    [file] the address of the site is a folder, not a file
   *[scheme] this kind of link is not published: { $url }
}
    .cure = { $reason ->
        [host] write the host after https://, for example https://vidu.example/
        [bad-host] a host has letters, digits, hyphens and single dots inside, for example https://vidu.example/; an IPv6 address stands in square brackets
        [port] write a port from 1 to 65535, or leave the colon out
        [user] leave out what stands before the @
        [character] take blanks, quotes, brackets and \ out of the address, or write them as %20
        [query] leave out everything from the question mark on; addresses of pages are added to this one
        [fragment] leave out everything from the # on; addresses of pages are added to this one
        [dots] write the whole address of the folder, for example https://vidu.example/tien-do/
        [slashes] leave one slash out
        [file] leave out the name of the file, for example https://vidu.example/tien-do/
       *[scheme] use an address that begins with https:// or http://
    }
bad-email = "{ $value }" is no e-mail address
    .cure = write mailbox and domain in full, as in lienhe@vidu.example
agency-code = { $reason ->
    [shared] the code "{ $value }" is that of another agency that lives at the same time
   *[shape] "{ $value }" is no electronic identification code
}
    .cause = { $reason ->
        [shared] the second time
       *[shape] three characters that begin with a capital letter, each lower level after a point
    }
    .cure = { $reason ->
        [shared] correct the wrong one; where one body follows the other, give the first "until" and the second "from"
       *[shape] write it as Quyết định 20/2020/QĐ-TTg does, the highest level first: G22 or G22.05
    }
feedback-figures = { $reason ->
    [twice] this period has days of one that is told already
   *[beyond] { $handled } dealt with is more than the { $received } received
}
    .cause = { $reason ->
        [twice] the second time
       *[beyond] dealt with
    }
    .cure = { $reason ->
        [twice] each day belongs to one period: put both into one entry, or leave out the longer that holds the shorter
       *[beyond] "handled" is how many of those received in this period have been dealt with; what came in earlier counts in its own period
    }
duplicate-id = the { what-kind } id "{ $id }" is taken
    .cause = the second time
    .cure = give one of them another id; an id once published stays
address-clash = { $reason ->
    [reserved] the address { $address } belongs to a page of the site
    [agency-and-group] an agency and a group share the address { $address }
   *[pages] two pages share the address { $path }
}
    .cure = { $reason ->
        [reserved] rename the file
        [agency-and-group] give the group another id
       *[pages] change the id or the file name of one of them
    }
alias-clash = { $reason ->
    [live] the former id "{ $id }" is the id of another { what-kind }
   *[twice] the former id "{ $id }" stands twice
}
    .cause = { $reason ->
        [live] one address cannot lead to two places
       *[twice] the second time
    }
    .cure = { $reason ->
        [live] take it out of "aliases", or change the id in use: one that was published is never another thing's
       *[twice] keep it where its content is now
    }
vanished-address = the published address { $address } would vanish
    .cure = if an id was changed, add the former one to "aliases" of the { $kind ->
        [agency] agency
        [document] document
        [meeting] meeting
        [task] task
       *[other] thing that has the new id
    }; if it is to go, be sure that nobody links to it
unknown-agency = { $reason ->
    [group] "{ $id }" is a group; an agency is wanted here
    [agency] "{ $id }" is an agency; a group is wanted here
   *[none] no agency or group has the id "{ $id }"
}
    .cure = { $reason ->
        [group] name one agency; for an update of the whole group leave "agency" out or write "members: all"
        [agency] write "agency:" instead of "group:"
       *[none] correct the id, or add the agency in content/agencies/
    }
unknown-meeting = there is no meeting "{ $id }"
    .cure = write the file name (without .md) of a meeting in content/meetings/
unknown-document = { $reason ->
    [meeting-without-documents] the meeting "{ $id }" has no documents
   *[none] no document has the id "{ $id }"
}
    .cure = { $reason ->
        [meeting-without-documents] add to the meeting's front matter: "documents: [{ "{" }kind: Thông báo kết luận{ "}" }]"
       *[none] write the file name of the meeting or of a file in content/documents/ (without .md), or the "id" of a document of the meeting
    }
unknown-clause = the document "{ $document }" has no clause "{ $clause }"
    .cure = use the label as it stands in the text of the document
unknown-annex = the document "{ $document }" does not declare the annex that "{ $clause }" names
    .cure = correct the number of the annex, or add the annex to "annexes" of the document
unknown-task = no task has the id "{ $id }"
    .cure = correct the id, or add the task in content/tasks/
unknown-topic = no topic has the id "{ $id }"
    .cure = correct the id, or add the topic to "topics" in content/site.yaml
news-as-source = "{ $id }" is a news item, not a document that gives tasks
    .cure = name the meeting's document; if the tasks do come from the news, add "from_news: true" to this file
duplicate-clause = the clause "{ $label }" stands twice in the document
    .cause = the second time
    .cure = check the numbering; links to this clause lead to the first one
empty-lead = the task has no lead
    .cure = write at least one agency or group in "lead"
repeated-agency = { $reason ->
    [leads-too] "{ $id }" leads already and need not coordinate
   *[twice] "{ $id }" stands twice in "{ $field }"
}
    .cure = remove the second one
site-bounds = { $reason ->
    [links] groups and successions lead to one another too often: more than 1,000,000 links were followed as far as "{ $id }"
    [periods] the duty comes back more than 1,200 times
    [parties] up to this task the leads, coordinators and addressees come to more than 1,000,000 agencies
    [agencies] the site has more than 30,000 agencies and groups
    [meetings] the site has more than 20,000 meetings, documents without a meeting and news items
    [tasks] the site has more than 150,000 tasks
    [pages] the site has more than 500 pages of its own
    [topics] the site has more than 500 topics
    [aliases] the site has more than 50,000 former ids
    [holidays] a year has more than 100 days off
   *[obligations] up to this task the site has more than 300,000 obligations (task × agency × period)
}
    .cure = { $reason ->
        [links] name the agencies in the group itself: fewer groups within groups, shorter rows of successors
        [periods] write "from" (and "until") so that only the periods that are followed are in it, or take a longer one after "every"
        [parties] name fewer large groups as coordinators and addressees
        [agencies] keep agencies without tasks out of the site, or make two sites of this one
        [meetings] make two sites of this one, by years or by offices
        [tasks] make two sites of this one, by years or by offices
        [pages] put what belongs together on one page
        [topics] choose wider topics
        [aliases] remove former ids to which nobody links any more
        [holidays] list holidays only, no ordinary Saturdays and Sundays
       *[obligations] give recurring duties of large groups a later "from" or a longer period, or make two sites of this one
    }
circular-group = a group contains itself: { $way }
    .cure = remove one of the "group:" entries of the circle
group-members = { $reason ->
    [open] the open group "{ $id }" cannot have members
   *[empty] the group "{ $id }" has no members
}
    .cure = { $reason ->
        [open] remove "members", or remove "open: true"
       *[empty] add "members"; if the document does not say who is meant, write "open: true"
    }
circular-succession = succession in a circle: { $way }
    .cure = remove one of the "succeeded_by" entries
circular-parent = a task is part of itself: { $way }
    .cure = remove one of the "parent" fields
period-reversed = the end ({ $until }) is before the beginning ({ $from })
    .cure = exchange or correct the dates
due-before-document = the deadline ({ $last }) is before the document ({ $day })
    .cure = check the year of the deadline, or the document's day of issue
no-reference-day = { $reason ->
    [recurring] a recurring duty without a day to count from
    [no-meeting] days counted from a meeting, but the document has none
   *[group] a group's members as of an unknown day
}
    .cure = { $reason ->
        [recurring] give the document "issued" or the meeting "held", or "due" a "from"
        [no-meeting] remove "of: meeting" to count from the day of issue, or write a day after "of"
       *[group] give the document "issued" or the meeting "held"
    }
no-holidays = the deadline cannot be computed: the site lists no days off of { $year }
    .cure = list the days off of { $year } under "holidays" in content/site.yaml
bad-extension = { $reason ->
    [no-deadline] the task has no deadline that could be extended
    [before-document] granted on { $on }, before the document ({ $day })
    [passed] the new deadline ({ $to }) is before the old one ({ $last }), and had passed when it was set ({ $on })
   *[same] the new deadline ({ $to }) is the old one
}
    .cure = { $reason ->
        [no-deadline] write the first deadline in "due", or remove "extended"
       *[other] "to" is the new deadline, "on" the day on which it was set
    }
update-before-document = the update ({ $date }) is before the document ({ $day })
    .cure = check the year, or the document's day of issue
update-in-future = { $date } has not come yet (today is { $today })
    .cure = check day and month
completed-twice = completed twice
    .cause = the second time
    .cure = keep the first; write what came later as an update without "progress"
completed-on-misplaced = { $progress ->
    [none] "completed_on" without "progress: completed"
   *[other] "completed_on" beside the state { $progress }
}
    .cure = write "progress: completed", or remove "completed_on"
completed-after-update = completed ({ $completed }) after the report ({ $date })
    .cure = check both dates: nothing is reported done before it is
update-by-stranger = "{ $id }" has no part in this task
    .cause = no lead, no coordinator, no successor of one
    .cure = correct the id, or add the agency to "lead" or "coordinators"
update-without-agency = this update counts for no agency: several lead the task
    .cause = who leads: { $agencies }
    .cure = add "agency: { $agency }" (tiendo update: --agency { $agency }), and write an update of its own for each other agency that it holds for
bad-period = { $reason ->
    [not-recurring] "{ $field }" is for recurring duties only
    [adhoc] an ad hoc report belongs to no period
    [missing] a duty of every { what-unit } needs the period that is completed
    [unit] "{ $period }" is no { what-unit }
   *[outside] the period { $period } is outside the duty
}
    .cure = { $reason ->
        [not-recurring] remove the field, or write "every" in "due"
        [adhoc] remove "period" or "adhoc"
        [missing] add "period: …"; for an ad hoc report write "adhoc: true"
        [unit] write a { what-unit }, for example { $unit ->
            [week] 2024-W05
            [month] 2024-06
            [quarter] 2024-Q2
            [half] 2024-H1
           *[year] 2024
        }
       *[outside] check the period, or "from" and "until" of "due"
    }
members-misplaced = { $reason ->
    [agency] "members" cannot stand beside "agency"
   *[no-group] no group leads the task
}
    .cure = remove "members"; for one agency's update write "agency"
completed-without-evidence = { $count ->
    [1] a report of completion names no product and no proof
   *[other] { $count } reports of completion name no product and no proof
}
    .cause = the first of them
    .cure = add "evidence": the number of a document or the address of a product
bad-decision = { $reason ->
    [same-lead] transferred to the agency that leads already ("{ $id }")
   *[before-document] "{ $field }" from { $on }, before the document itself ({ $day })
}
    .cure = { $reason ->
        [same-lead] write the new lead in "to"
       *[before-document] check the year, or the day on which the document was issued
    }
duplicate-ref = the register number "{ $ref }" is taken in this document
    .cause = the second time
    .cure = each task of a document has a number of its own; look it up in the register
state-misplaced = { $reason ->
    [accepted] "accepted" stands with a report that is no completion
    [accepted-early] accepted on { $on }, before the completion was reported ({ $date })
    [no-deadline] called overdue, but the task has no deadline
   *[not-passed] called overdue, but the deadline ({ $last }) had not passed on { $date }
}
    .cure = { $reason ->
        [accepted] write "progress: completed", or remove "accepted"
        [accepted-early] check the two days
       *[overdue] remove "overdue", or check the deadline and the date of the report
    }
readings-misplaced = readings on a task without an indicator
    .cure = give the task an "indicator", or remove "readings"
raw-html = HTML in Markdown is shown as text
    .cure = write Markdown, for example **bold**, [words](address)
dead-link = the link "{ $link }" leads nowhere
    .cure = write the path from this page, e.g. ../phien-hop/2023-09-08-phien-hop/index.html
unknown-theme = there is no theme in the folder themes/{ $theme } (it does not exist, or is empty)
    .cure = correct "theme" in content/site.yaml, or put the files of the theme there (tiendo theme export)
template = { $kind ->
    [syntax] the template's syntax is wrong: { $message }
    [syntax-at] the template's syntax is wrong: { $message }
    [syntax-expected] the template's syntax is wrong: { $message }
    [unknown-variable] the template uses a variable that does not exist: { $name }
    [unknown-field] the template uses a field that does not exist: { $name }
    [unknown-filter] there is no filter "{ $name }"
    [unknown-test] there is no test "{ $name }"
    [unknown-function] there is no function "{ $name }"
    [unknown-component] there is no component "{ $name }"
    [unknown-template] there is no template "{ $name }"
    [unknown-block] the base template has no block "{ $name }"
    [unknown-asset] there is no file "{ $name }" in assets/
    [circular] templates call each other in a circle: { $name }
    [other-at] the template cannot be used: { $message }
   *[other] the template cannot be used: { $message }
}
    .cure = docs/theming.md lists the variables and blocks
message = { $kind ->
    [syntax] the syntax of the message file is wrong
    [duplicate] the message "{ $name }" stands twice
    [language] "{ $name }" is no language
    [no-words] the theme has no words in the language "{ $name }"
    [unknown-message] there is no message "{ $name }"
    [message-argument] the message "{ $name }" lacks an argument
    [incomplete] the message file { $name } lacks { $n } of its messages: { $lacking }
   *[other] a message file cannot be used: { $message }
}
    .cure = { $kind ->
        [incomplete] add them to the message file of that language; the original to follow: tiendo theme export --only messages/en.ftl --into original
       *[other] follow the message file of the default theme
    }
blocked-by-policy = { $kind ->
    [script] a script in the page itself: browsers will not run it
    [style] style in the page itself (<style>): browsers will pass it over
    [style-attribute] the attribute style: browsers will pass it over
    [handler] the attribute { $name }: browsers will not run what is in it
    [address] an address "javascript:…": browsers will not run it
   *[elsewhere] a file that is not of this site: { $name }
}
    .cause = pages are served under the policy default-src 'self'
    .cure = { $kind ->
        [elsewhere] copy the file into the theme's assets/ and load it by asset(name="…")
        [style] move it to a .css file in the theme's assets/
        [style-attribute] use a class, with its style in a .css file of assets/
       *[other] move it to a .js file in the theme's assets/
    }
unknown-timezone = the time zone "{ $value }" is not known
    .cure = use one of: { $known }, or write it as +07:00
too-many-faults = { $count } more errors and warnings are not told one by one
    .cure = correct what is told, then check again
