## Lời của các lỗi. Mỗi mã: thông báo, .cause (ngay dưới chỗ sai, nếu cần), .cure (cách sửa).

severity-error = lỗi
severity-warning = cảnh báo
help = cách sửa
hint = gợi ý
again = lặp lại
again-at = { $count } chỗ nữa
did-you-mean = có phải là "{ $name }"?
write-instead = hãy viết { $name }
more-faults = … và { $count } mục nữa, chưa hiện ở đây

related-first-here = lần đầu ở đây
related-defined-here = khai báo ở đây
related-also-here = và ở đây
related-from-here = bắt đầu ở đây
related-reported-here = báo cáo ngày này

what-expected = { $expected ->
    [texts] một văn bản hoặc danh sách văn bản
    [id] một mã
    [ids] một mã hoặc danh sách mã
    [day] một ngày, ví dụ 2024-06-30
    [partial-date] ngày, tháng hoặc năm: 2024-06-30, 2024-06 hay 2024
    [completed-on] ngày, tháng, năm hoặc unknown
    [period] một kỳ: 2024-W05, 2024-06, 2024-Q2, 2024-H1 hay 2024
    [day-or-period] một ngày hoặc một kỳ: 2024-06-30, 2024-W05, 2024-06, 2024-Q2, 2024-H1, 2024
    [day-or-month] một ngày hoặc một tháng: 2024-06-30 hay 2024-06
    [day-or-meeting] một ngày, một tháng hoặc một cuộc họp: 2024-06-30, 2024-06, { "{" }meeting: …{ "}" }
    [counted-from] issue, meeting hoặc một ngày, ví dụ 2024-06-30
    [days-off] một danh sách ngày, mỗi mục bắt đầu bằng "- "
    [due] một thời hạn: 2024-06-30, 2024-Q2, continuous, hoặc { "{" }before: 2024-06-30{ "}" }
    [clause] số khoản, điểm
    [flag] true hoặc false
    [count] một số nguyên
    [number] một số, dấu thập phân là dấu chấm
    [url] một địa chỉ web
    [email] một địa chỉ thư điện tử
    [agency-code] mã định danh điện tử, ví dụ G22
    [timezone] tên múi giờ
    [choice] một từ trong danh sách
    [choices] một hay nhiều từ trong danh sách
    [mapping] các cặp "tên trường: giá trị"
    [mappings] một danh sách, mỗi mục bắt đầu bằng "- "
   *[text] một văn bản
}
what-found = { $found ->
    [nothing] chưa có giá trị
    [list] đang là danh sách
    [mapping] đang là các cặp "tên: giá trị"
   *[text] đang là chữ
}
what-record = { $record ->
    [site] site.yaml
    [thresholds] thresholds
    [holiday] mục ngày nghỉ
    [topic] lĩnh vực
    [licence] giấy phép
    [agencies-file] tệp cơ quan
    [agency] cơ quan
    [succession] mục kế thừa
    [group] nhóm cơ quan
    [member] thành viên nhóm
    [meeting] cuộc họp
    [person] người
    [document] văn bản
    [feedback-period] kỳ của feedback
    [conclusion_of] conclusion_of
    [tasks-file] tệp nhiệm vụ
    [task] nhiệm vụ
    [source] mục nguồn
    [due] thời hạn
    [within] "within"
    [due-meeting] cuộc họp của thời hạn
    [extension] mục gia hạn
    [indicator] chỉ tiêu
    [step] step
    [update] cập nhật
    [evidence] minh chứng
    [reading] số đo
    [news] tin
    [page] trang
    [import] tệp nhập sổ
    [import-column] cột của sổ
    [import-name] tên trong sổ
    [import-row] dòng của sổ
   *[other] { $record }
}
what-kind = { $kind ->
    [agency] cơ quan
    [group] nhóm
    [meeting] cuộc họp
    [document] văn bản
    [news] tin
    [task] nhiệm vụ
    [topic] lĩnh vực
   *[page] trang
}
what-unit = { $unit ->
    [week] tuần
    [month] tháng
    [quarter] quý
    [half] nửa năm
   *[year] năm
}

yaml-syntax = { $reason ->
    [colon] trong giá trị có dấu hai chấm nên YAML hiểu nhầm
    [star] giá trị bắt đầu bằng * hoặc & nên YAML hiểu nhầm
    [sign] giá trị bắt đầu bằng ký tự mà YAML dành riêng
    [block] giá trị bắt đầu bằng > hoặc | nên YAML hiểu nhầm
    [after-quote] còn chữ đứng sau dấu đóng ngoặc kép
    [open-quote] dấu ngoặc kép mở ra mà chưa đóng
    [escape] dấu \ trong ngoặc kép không hợp lệ
    [bracket] dấu [ hoặc { "{" } chưa đóng đúng chỗ
    [dash] danh sách phải bắt đầu ở dòng mới
    [indent] dòng thụt vào không khớp với các dòng xung quanh
    [wide-colon] dấu hai chấm ở đây là loại rộng (：) của chữ Hán nên YAML không hiểu
    [list-sign] mục của danh sách bắt đầu bằng dấu của Word, không phải dấu gạch nối "-"
    [no-colon] dòng này thiếu dấu hai chấm sau tên trường
    [tab] thụt dòng bằng phím Tab
    [tag] giá trị bắt đầu bằng ! nên YAML hiểu nhầm
    [directive] dòng bắt đầu bằng % không dùng được ở đây
    [documents] một tệp chỉ chứa một tài liệu YAML
    [key] tên trường phải là chữ
    [merge] << phải dẫn đến các cặp "tên trường: giá trị"
   *[other] tệp không đúng cú pháp YAML
}
    .cure = { $reason ->
        [after-quote] bao cả giá trị bằng ngoặc kép, dấu ngoặc kép bên trong viết là \"
        [open-quote] thêm dấu ngoặc kép ở cuối giá trị
        [escape] viết \\ thay cho \, hoặc dùng ngoặc đơn
        [bracket] đóng ngoặc cho đủ; nếu dấu ngoặc là chữ thì đặt cả giá trị trong dấu ngoặc kép
        [dash] xuống dòng và thụt vào trước dấu "-"; nếu là văn bản thì đặt trong dấu ngoặc kép
        [indent] thụt dòng bằng dấu cách, cùng mức với các trường cùng cấp
        [wide-colon] gõ lại bằng dấu hai chấm thường, có dấu cách phía sau
        [list-sign] thay bằng dấu gạch nối "-" và một dấu cách
        [no-colon] viết "tên trường: giá trị", có dấu cách sau dấu hai chấm
        [tab] thay phím Tab bằng dấu cách, thẳng cột với các dòng cùng cấp
        [directive] bỏ dòng này, hoặc đặt giá trị trong dấu ngoặc kép
        [documents] bỏ dòng --- ở giữa tệp, hoặc tách thành hai tệp
        [key] dùng tên trường có ở cuối docs/vi/nhap-lieu.md (đủ cả: tiendo schema)
        [merge] dẫn đến một khối đã đặt tên bằng &
        [other] xem lại dòng này và dòng ngay trên; nếu là văn bản thì đặt trong dấu ngoặc kép
       *[colon] đặt giá trị trong dấu ngoặc kép
    }
duplicate-key = trường "{ $key }" xuất hiện hai lần
    .cause = lần thứ hai
    .cure = giữ lại một, xóa hoặc gộp trường kia
yaml-bounds = { $reason ->
    [depth] các lớp lồng nhau quá sâu
    [nodes] tệp có quá nhiều giá trị
    [loop] khối được đặt tên lại dẫn đến chính nó
   *[aliases] các chỗ dẫn lại bằng * làm tệp phình quá lớn
}
    .cure = { $reason ->
        [nodes] tách tệp thành nhiều tệp nhỏ hơn
       *[other] viết thẳng giá trị thay vì dẫn lại, bớt lớp lồng nhau
    }
file-too-large = tệp nặng { $size } MiB, vượt mức { $limit } MiB
    .cure = tách tệp thành nhiều tệp nhỏ hơn
too-many-files = trang có hơn { $limit } tệp
    .cure = gộp các tệp nhỏ, hoặc bỏ khỏi content/ và themes/ những tệp không thuộc trang
bad-utf8 = tệp không dùng bảng mã UTF-8
    .cause = từ chỗ này
    .cure = mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8 (không dùng TCVN3, VNI, Windows-1258)
merge-conflict = git đã để lại hai bản của đoạn này, chưa ai chọn bản nào (dòng { $lines })
    .cure = mở tệp, so hai bản nằm giữa các dòng này, giữ một bản hoặc ghép cả hai, rồi xóa các dòng đánh dấu
symlink-outside = liên kết dẫn ra ngoài trang, đến { $target }
    .cure = chép tệp thật vào đây thay cho liên kết
front-matter-missing = tệp Markdown thiếu phần khai báo ở đầu
    .cure = mở đầu tệp bằng một dòng ---, các trường như "title: …", rồi một dòng --- nữa
file-missing = không thấy tệp { $path }
    .cure = chuyển vào thư mục trang (cd), hoặc thêm --site; nếu đây là trang mới, tạo tệp này với một dòng "title: Tên trang"
newer-format = trang này theo dạng nội dung { $format }; bản tiendo đang chạy ({ $version }) chỉ đọc được đến dạng { $known }
    .cure = cài bản tiendo mới hơn rồi chạy lại; đừng hạ số này xuống, vì nội dung theo dạng mới sẽ bị đọc sai
unknown-file = tệp này không được dùng: { $reason ->
    [folder] không thuộc thư mục nào mà trang đọc
    [yaml-wanted] thư mục này chỉ nhận tệp .yaml
    [markdown-wanted] thư mục này chỉ nhận tệp .md
   *[theme] giao diện không có chỗ cho nó
}
    .cure = { $reason ->
        [folder] chuyển tệp vào agencies/, meetings/, documents/, tasks/, news/ hoặc pages/, hoặc đưa ra khỏi content/
        [yaml-wanted] đổi sang .yaml, hoặc đưa ra khỏi content/
        [markdown-wanted] đổi sang .md, hoặc đưa ra khỏi content/
       *[theme] chuyển tệp vào templates/, messages/ hoặc assets/ của giao diện
    }
unknown-field = không có trường "{ $field }" trong { what-record }
    .cure = xem các trường hay gặp ở cuối docs/vi/nhap-lieu.md (đủ cả: tiendo schema)
missing-field = { what-record } thiếu trường "{ $field }"
    .cause = trong mục bắt đầu ở đây
    .cure = thêm trường, ví dụ: { $field }: { $example }
wrong-type = { $of ->
    [record] mục { what-record } cần { what-expected }, ở đây { what-found }
   *[field] "{ $field }" cần { what-expected }, ở đây { what-found }
}
    .cure = { $expected ->
        [number] viết số bằng chữ số và dấu chấm, không kèm đơn vị, ví dụ: 12.5
        [count] viết số bằng chữ số, không kèm đơn vị, ví dụ: { $example }
        [flag] viết true hoặc false
       *[other] ví dụ: { $example }
    }
conflicting-fields = { $reason ->
    [needs] "{ $field }" chỉ đi cùng "{ $other }"
   *[excludes] "{ $field }" không dùng chung với "{ $other }"
}
    .cure = { $reason ->
        [needs] thêm "{ $other }", hoặc bỏ "{ $field }"
       *[excludes] giữ lại một trong hai
    }
unknown-value = "{ $value }" không phải giá trị của "{ $field }"
    .cure = dùng một trong: { $allowed }
out-of-range = { $reason ->
    [digits] số của "{ $field }" dài quá, không giữ được đủ mọi chữ số
    [below] "{ $field }" ({ $value }) thấp hơn mức thấp của khoảng ({ $min })
   *[range] "{ $field }" phải từ { $min } đến { $max }
}
    .cure = { $reason ->
    [digits] viết nhiều nhất 15 chữ số: bỏ bớt phần lẻ, hoặc dùng đơn vị lớn hơn (tỷ đồng thay cho đồng)
   *[range] sửa lại số cho đúng khoảng này
}
empty-text = { $reason ->
    [hash] "{ $field }" trống: YAML coi chữ sau dấu # là ghi chú
   *[empty] "{ $field }" chưa có nội dung
}
    .cure = { $reason ->
        [hash] đặt giá trị trong dấu ngoặc kép
       *[empty] điền nội dung, hoặc xóa cả trường nếu chưa biết và trường không bắt buộc
    }
odd-characters = { $field ->
    [this-line] chỗ này có ký tự ẩn ({ $characters }), khi đọc đã bỏ đi hoặc thay bằng dấu cách
   *[other] "{ $field }" có ký tự ẩn ({ $characters }), khi đọc đã bỏ đi hoặc thay bằng dấu cách
}
    .cure = gõ lại đoạn này; ký tự ẩn thường đến từ Word hoặc trang web
old-encoding = { $field ->
    [this-line] dòng này viết bằng bảng mã cũ ({ $encoding }), trên trang sẽ hiện sai chữ
   *[other] "{ $field }" viết bằng bảng mã cũ ({ $encoding }), trên trang sẽ hiện sai chữ
}
    .cure = chuyển đoạn này sang Unicode (UniKey: Ctrl+Shift+F6), so lại với bản gốc
lost-text = phần sau dấu # bị coi là ghi chú, không hiện trên trang
    .cure = đặt cả giá trị trong dấu ngoặc kép; nếu đúng là ghi chú thì thêm dấu cách sau #
bad-id = { $reason ->
    [file] tên tệp "{ $value }" không dùng làm địa chỉ được
    [long] mã dài quá 120 ký tự
    [empty] mã đang trống
    [annex] mã phụ lục "{ $value }" không đúng dạng
   *[character] mã "{ $value }" không được có "{ $character }"
}
    .cure = { $reason ->
        [annex] ghi "pl-" và số của phụ lục từ 1 đến 39, ví dụ "pl-2"; chỉ có một phụ lục không số thì ghi "pl"
       *[other] chỉ dùng chữ thường không dấu a-z, chữ số và dấu gạch nối đơn ở giữa
    }
reserved-name = Windows giữ riêng tên "{ $id }", không tạo được thư mục mang tên này
    .cure = { $of ->
        [file] đổi tên tệp, ví dụ { $id }-1; nếu không thì trang không chép được sang máy chủ Windows (IIS)
       *[id] đặt mã khác, ví dụ { $id }-1; nếu không thì trang không chép được sang máy chủ Windows (IIS)
    }
bad-date = { $reason ->
    [impossible] không có ngày "{ $value }" trên lịch
    [serial] "{ $value }" là số thứ tự ngày của Excel, không phải ngày
    [kind] "{ $field }" cần { what-expected }
   *[shape] "{ $value }" không đọc được thành ngày
}
    .cure = { $reason ->
        [impossible] xem lại ngày, tháng
        [serial] đối chiếu với bảng tính rồi viết ngày theo năm-tháng-ngày
       *[other] viết { what-expected }
    }
bad-clause = "{ $value }" không phải số khoản, điểm
    .cure = viết như in, các cấp nối bằng dấu chấm, trong ngoặc kép: "III.2.a", "3.1", "¶8"
unsafe-url = { $reason ->
    [relative] "{ $url }" chưa phải địa chỉ đầy đủ
    [host] "{ $url }" thiếu tên máy chủ
    [user] địa chỉ không được kèm tên đăng nhập
    [bad-host] tên máy chủ trong "{ $url }" không đúng
    [port] cổng sau dấu hai chấm trong "{ $url }" không đúng
    [character] địa chỉ có ký tự không hợp lệ
    [query] địa chỉ của trang không được có dấu hỏi
    [fragment] địa chỉ của trang không được có dấu #
    [dots] địa chỉ của trang không được có phần . hoặc ..
    [slashes] địa chỉ của trang có hai dấu gạch chéo liền nhau
    [file] địa chỉ của trang là một thư mục, không phải một tệp
   *[scheme] loại liên kết này không được đăng: { $url }
}
    .cure = { $reason ->
        [host] ghi tên máy chủ sau https://, ví dụ https://vidu.example/
        [bad-host] viết tên máy chủ gồm chữ, số, dấu gạch nối và dấu chấm đơn ở giữa, ví dụ https://vidu.example/; địa chỉ IPv6 đặt trong ngoặc vuông
        [port] ghi cổng từ 1 đến 65535, hoặc bỏ cả dấu hai chấm
        [user] bỏ phần trước @
        [character] bỏ dấu cách, dấu ngoặc và dấu \ trong địa chỉ, hoặc viết chúng dưới dạng %20
        [query] bỏ từ dấu hỏi trở đi; địa chỉ các trang con được ghép vào sau địa chỉ này
        [fragment] bỏ từ dấu # trở đi; địa chỉ các trang con được ghép vào sau địa chỉ này
        [dots] viết địa chỉ đầy đủ của thư mục, ví dụ https://vidu.example/tien-do/
        [slashes] bỏ bớt một dấu gạch chéo
        [file] bỏ tên tệp, chỉ giữ thư mục, ví dụ https://vidu.example/tien-do/
       *[scheme] dùng địa chỉ bắt đầu bằng https:// hoặc http://
    }
bad-email = "{ $value }" không phải địa chỉ thư điện tử
    .cure = viết đủ tên hộp thư và tên miền, ví dụ: lienhe@vidu.example
agency-code = { $reason ->
    [shared] mã định danh "{ $value }" đã là mã của cơ quan khác cùng tồn tại
   *[shape] "{ $value }" không phải mã định danh điện tử
}
    .cause = { $reason ->
        [shared] lần thứ hai
       *[shape] ba ký tự bắt đầu bằng chữ cái in hoa, mỗi cấp dưới sau một dấu chấm
    }
    .cure = { $reason ->
        [shared] sửa lại mã sai; nếu hai cơ quan nối tiếp nhau, ghi "until" của cơ quan trước và "from" của cơ quan sau
       *[shape] viết như Quyết định 20/2020/QĐ-TTg: cấp cao nhất đứng đầu, ví dụ G22 hay G22.05
    }
feedback-figures = { $reason ->
    [twice] kỳ này có ngày trùng với một kỳ đã ghi
   *[beyond] đã xử lý { $handled }, nhiều hơn số đã nhận là { $received }
}
    .cause = { $reason ->
        [twice] lần thứ hai
       *[beyond] số đã xử lý
    }
    .cure = { $reason ->
        [twice] mỗi ngày chỉ ở trong một kỳ: gộp hai mục, hoặc bỏ kỳ dài bao trùm kỳ ngắn
       *[beyond] "handled" là số đã xử lý trong số nhận của chính kỳ này; việc của kỳ trước xử lý sau thì sửa ở kỳ trước
    }
duplicate-id = mã { what-kind } "{ $id }" đã được dùng
    .cause = lần thứ hai
    .cure = đặt mã khác cho một trong hai; mã đã công bố thì giữ nguyên
address-clash = { $reason ->
    [reserved] địa chỉ { $address } dành cho trang có sẵn
    [agency-and-group] một cơ quan và một nhóm cùng địa chỉ { $address }
   *[pages] hai trang cùng địa chỉ { $path }
}
    .cure = { $reason ->
        [reserved] đổi tên tệp
        [agency-and-group] đổi mã của nhóm
       *[pages] đổi mã hoặc tên tệp của một trong hai
    }
alias-clash = { $reason ->
    [live] mã cũ "{ $id }" đang là mã của { what-kind } khác
   *[twice] mã cũ "{ $id }" được ghi hai lần
}
    .cause = { $reason ->
        [live] một địa chỉ không dẫn về hai nơi
       *[twice] lần thứ hai
    }
    .cure = { $reason ->
        [live] bỏ mã này khỏi "aliases", hoặc đổi mã đang dùng: mã đã công bố không dùng lại cho thứ khác
       *[twice] chỉ giữ ở nơi đang mang nội dung của mã cũ
    }
vanished-address = địa chỉ { $address } đang công bố sẽ mất
    .cure = nếu chỉ đổi mã, ghi mã cũ vào "aliases" của { $kind ->
        [agency] cơ quan
        [document] văn bản
        [meeting] cuộc họp
        [task] nhiệm vụ
       *[other] nơi mang mã mới
    }; nếu bỏ hẳn, hãy chắc là không còn ai dẫn đến địa chỉ này
unknown-agency = { $reason ->
    [group] "{ $id }" là một nhóm, ở đây cần một cơ quan
    [agency] "{ $id }" là một cơ quan, ở đây cần một nhóm
   *[none] chưa khai báo cơ quan hay nhóm nào có mã "{ $id }"
}
    .cure = { $reason ->
        [group] ghi mã của một cơ quan; cập nhật cho cả nhóm thì bỏ "agency" hoặc ghi "members: all"
        [agency] dùng "agency:" thay cho "group:"
       *[none] sửa mã, hoặc thêm cơ quan vào content/agencies/
    }
unknown-meeting = không có cuộc họp nào tên "{ $id }"
    .cure = ghi tên tệp (không có .md) của cuộc họp trong content/meetings/
unknown-document = { $reason ->
    [meeting-without-documents] cuộc họp "{ $id }" chưa khai báo văn bản nào
   *[none] không có văn bản nào có mã "{ $id }"
}
    .cure = { $reason ->
        [meeting-without-documents] thêm vào phần đầu tệp cuộc họp: "documents: [{ "{" }kind: Thông báo kết luận{ "}" }]"
       *[none] ghi tên tệp cuộc họp hoặc tên tệp trong content/documents/ (không có .md), hoặc "id" của văn bản trong tệp cuộc họp
    }
unknown-clause = văn bản "{ $document }" không có khoản "{ $clause }"
    .cure = dùng số khoản, điểm đúng như trong phần nội dung của văn bản
unknown-annex = văn bản "{ $document }" không khai báo phụ lục mà "{ $clause }" dẫn chiếu
    .cure = sửa số phụ lục, hoặc thêm phụ lục vào "annexes" của văn bản
unknown-task = không có nhiệm vụ nào có mã "{ $id }"
    .cure = sửa mã, hoặc thêm nhiệm vụ vào content/tasks/
unknown-topic = không có lĩnh vực nào có mã "{ $id }"
    .cure = sửa mã, hoặc thêm lĩnh vực vào "topics" của content/site.yaml
news-as-source = "{ $id }" là tin báo chí, không phải văn bản giao nhiệm vụ
    .cure = dẫn đến văn bản của cuộc họp; nếu đúng là lấy từ tin thì thêm "from_news: true" vào tệp này
duplicate-clause = khoản "{ $label }" xuất hiện hai lần trong văn bản
    .cause = lần thứ hai
    .cure = xem lại cách đánh số; liên kết đến khoản này dẫn về lần đầu
empty-lead = nhiệm vụ chưa có cơ quan chủ trì
    .cure = ghi ít nhất một mã cơ quan hoặc nhóm vào "lead"
repeated-agency = { $reason ->
    [leads-too] "{ $id }" đã là cơ quan chủ trì, không cần ghi ở phối hợp
   *[twice] "{ $id }" ghi hai lần trong "{ $field }"
}
    .cure = bỏ lần thứ hai
site-bounds = { $reason ->
    [links] các nhóm và cơ quan kế thừa dẫn đến nhau quá nhiều: tính đến "{ $id }" đã quá 1.000.000 lượt dẫn
    [periods] nhiệm vụ định kỳ này có hơn 1.200 kỳ
    [parties] tính đến nhiệm vụ này, các cơ quan chủ trì, phối hợp và nhận báo cáo đã quá 1.000.000 lượt
    [agencies] trang có hơn 30.000 cơ quan và nhóm
    [meetings] trang có hơn 20.000 phiên họp, văn bản không qua họp và tin
    [tasks] trang có hơn 150.000 nhiệm vụ
    [pages] trang có hơn 500 trang riêng
    [topics] trang có hơn 500 lĩnh vực
    [aliases] trang có hơn 50.000 mã cũ
    [holidays] có năm ghi hơn 100 ngày nghỉ
   *[obligations] tính đến nhiệm vụ này, trang đã có hơn 300.000 đầu việc (nhiệm vụ × cơ quan × kỳ)
}
    .cure = { $reason ->
        [links] ghi thẳng các cơ quan vào nhóm: bớt nhóm lồng trong nhóm, bớt chuỗi kế thừa dài
        [periods] ghi "from" (và "until") sao cho chỉ gồm những kỳ cần theo dõi, hoặc chọn kỳ dài hơn sau "every"
        [parties] bớt những nhóm đông trong phần phối hợp và nhận báo cáo
        [agencies] bỏ những cơ quan không có nhiệm vụ, hoặc tách thành hai trang
        [meetings] tách thành hai trang, theo năm hoặc theo cơ quan
        [tasks] tách thành hai trang, theo năm hoặc theo cơ quan
        [pages] gộp những nội dung đi với nhau vào một trang
        [topics] chọn lĩnh vực rộng hơn
        [aliases] bỏ những mã cũ không còn ai dẫn đến
        [holidays] chỉ ghi ngày nghỉ lễ, không ghi thứ Bảy, Chủ nhật thường
       *[obligations] với nhiệm vụ định kỳ giao cho nhóm đông, ghi "from" muộn hơn hoặc chọn kỳ dài hơn; hoặc tách thành hai trang
    }
circular-group = nhóm chứa chính nó: { $way }
    .cure = bỏ một trong các mục "group:" tạo thành vòng
group-members = { $reason ->
    [open] nhóm mở "{ $id }" không có danh sách thành viên
   *[empty] nhóm "{ $id }" chưa có thành viên nào
}
    .cure = { $reason ->
        [open] bỏ "members", hoặc bỏ "open: true"
       *[empty] thêm "members"; nếu văn bản không nêu rõ những ai thì ghi "open: true"
    }
circular-succession = kế thừa thành vòng: { $way }
    .cure = bỏ một trong các mục "succeeded_by"
circular-parent = nhiệm vụ là phần của chính nó: { $way }
    .cure = bỏ một trong các trường "parent"
period-reversed = kết thúc ({ $until }) trước khi bắt đầu ({ $from })
    .cure = đổi lại hai ngày
due-before-document = hạn ({ $last }) trước ngày văn bản ({ $day })
    .cure = xem lại năm của thời hạn, hoặc ngày ban hành của văn bản
no-reference-day = { $reason ->
    [recurring] việc định kỳ chưa biết tính từ ngày nào
    [no-meeting] thời hạn tính từ ngày họp, mà văn bản không có cuộc họp nào
   *[group] chưa biết thành viên nhóm tính theo ngày nào
}
    .cure = { $reason ->
        [recurring] ghi "issued" cho văn bản hoặc "held" cho cuộc họp, hoặc "from" trong "due"
        [no-meeting] bỏ "of: meeting" để tính từ ngày ban hành, hoặc ghi một ngày sau "of"
       *[group] ghi "issued" cho văn bản hoặc "held" cho cuộc họp
    }
no-holidays = chưa tính được thời hạn: trang chưa có ngày nghỉ của năm { $year }
    .cure = ghi ngày nghỉ lễ năm { $year } vào "holidays" trong content/site.yaml
bad-extension = { $reason ->
    [no-deadline] nhiệm vụ không có thời hạn nên không gia hạn được
    [before-document] gia hạn ngày { $on }, trước cả ngày văn bản ({ $day })
    [passed] hạn mới ({ $to }) sớm hơn hạn cũ ({ $last }) mà đã qua vào ngày quyết định ({ $on })
   *[same] hạn mới ({ $to }) trùng với hạn cũ
}
    .cure = { $reason ->
        [no-deadline] ghi thời hạn đầu tiên vào "due", hoặc bỏ "extended"
       *[other] xem lại "to" là hạn mới, "on" là ngày quyết định
    }
update-before-document = cập nhật ({ $date }) trước ngày văn bản ({ $day })
    .cure = xem lại năm, hoặc ngày ban hành của văn bản
update-in-future = ngày { $date } chưa đến (hôm nay là { $today })
    .cure = xem lại ngày, tháng
completed-twice = hoàn thành hai lần
    .cause = lần thứ hai
    .cure = giữ lần đầu; thông tin sau đó ghi thành cập nhật không có "progress"
completed-on-misplaced = { $progress ->
    [none] có "completed_on" mà không có "progress: completed"
   *[other] có "completed_on" mà tình trạng là { $progress }
}
    .cure = ghi "progress: completed", hoặc bỏ "completed_on"
completed-after-update = hoàn thành ({ $completed }) sau ngày báo cáo ({ $date })
    .cure = xem lại hai ngày: không thể báo cáo trước một việc chưa xong
update-by-stranger = "{ $id }" không thuộc nhiệm vụ này
    .cause = không chủ trì, không phối hợp, không kế thừa
    .cure = sửa mã cơ quan, hoặc thêm cơ quan vào "lead" hay "coordinators"
update-without-agency = cập nhật này không được tính cho cơ quan nào, vì nhiệm vụ có nhiều cơ quan chủ trì
    .cause = các cơ quan chủ trì: { $agencies }
    .cure = thêm "agency: { $agency }" (lệnh tiendo update: --agency { $agency }); cơ quan khác cũng làm được như vậy thì ghi cho mỗi cơ quan một cập nhật
bad-period = { $reason ->
    [not-recurring] "{ $field }" chỉ dùng cho việc định kỳ
    [adhoc] báo cáo đột xuất không thuộc kỳ nào
    [missing] việc định kỳ theo { what-unit } cần ghi rõ hoàn thành kỳ nào
    [unit] "{ $period }" không phải một { what-unit }
   *[outside] kỳ { $period } nằm ngoài thời gian phải làm
}
    .cure = { $reason ->
        [not-recurring] bỏ trường này, hoặc ghi "every" trong "due"
        [adhoc] bỏ "period" hoặc bỏ "adhoc"
        [missing] thêm "period: …"; báo cáo đột xuất thì ghi "adhoc: true"
        [unit] viết kỳ theo { what-unit }, ví dụ { $unit ->
            [week] 2024-W05
            [month] 2024-06
            [quarter] 2024-Q2
            [half] 2024-H1
           *[year] 2024
        }
       *[outside] xem lại kỳ, hoặc "from", "until" của "due"
    }
members-misplaced = { $reason ->
    [agency] "members" không dùng chung với "agency"
   *[no-group] nhiệm vụ không do nhóm nào chủ trì
}
    .cure = bỏ "members"; cập nhật của một cơ quan thì ghi "agency"
completed-without-evidence = { $count ->
    [1] báo cáo hoàn thành không kèm sản phẩm, minh chứng
   *[other] { $count } báo cáo hoàn thành không kèm sản phẩm, minh chứng
}
    .cause = báo cáo đầu tiên như vậy
    .cure = thêm "evidence": số, ký hiệu văn bản hoặc địa chỉ sản phẩm
bad-decision = { $reason ->
    [same-lead] chuyển cho chính cơ quan đang chủ trì ("{ $id }")
   *[before-document] "{ $field }" từ ngày { $on }, trước cả ngày văn bản ({ $day })
}
    .cure = { $reason ->
        [same-lead] ghi cơ quan chủ trì mới vào "to"
       *[before-document] xem lại năm, hoặc ngày ban hành của văn bản
    }
duplicate-ref = mã trong sổ "{ $ref }" đã được dùng trong văn bản này
    .cause = lần thứ hai
    .cure = mỗi nhiệm vụ của một văn bản có một mã; xem lại sổ theo dõi
state-misplaced = { $reason ->
    [accepted] có "accepted" mà báo cáo không nói là hoàn thành
    [accepted-early] xác nhận ngày { $on }, trước cả ngày báo cáo hoàn thành ({ $date })
    [no-deadline] ghi là quá hạn, nhưng nhiệm vụ không có thời hạn
   *[not-passed] ghi là quá hạn, nhưng hạn ({ $last }) chưa qua vào ngày { $date }
}
    .cure = { $reason ->
        [accepted] ghi "progress: completed", hoặc bỏ "accepted"
        [accepted-early] xem lại hai ngày
       *[overdue] bỏ "overdue", hoặc xem lại thời hạn và ngày báo cáo
    }
readings-misplaced = có số đo mà nhiệm vụ không có chỉ tiêu
    .cure = thêm "indicator" cho nhiệm vụ, hoặc bỏ "readings"
raw-html = thẻ HTML trong Markdown hiện nguyên là chữ
    .cure = dùng cách viết của Markdown, ví dụ **đậm**, [chữ](địa chỉ)
dead-link = liên kết "{ $link }" không dẫn đến trang nào
    .cure = ghi đường dẫn tính từ trang này, ví dụ ../phien-hop/2023-09-08-phien-hop/index.html
unknown-theme = không có giao diện nào trong thư mục themes/{ $theme } (thư mục không có, hoặc trống)
    .cure = sửa "theme" trong content/site.yaml, hoặc đặt các tệp giao diện vào thư mục này (tiendo theme export)
template = { $kind ->
    [syntax] mẫu trang sai cú pháp ở chỗ này
    [syntax-expected] mẫu trang sai cú pháp: chỗ này lẽ ra là { $name }
    [syntax-at] mẫu trang sai cú pháp ở chỗ này, liên quan đến { $name }
    [unknown-variable] mẫu trang dùng biến không có: { $name }
    [unknown-field] mẫu trang dùng trường không có: { $name }
    [unknown-filter] không có bộ lọc "{ $name }"
    [unknown-test] không có phép thử "{ $name }"
    [unknown-function] không có hàm "{ $name }"
    [unknown-component] không có thành phần "{ $name }"
    [unknown-template] không có mẫu trang "{ $name }"
    [unknown-block] mẫu gốc không có khối "{ $name }"
    [unknown-asset] không có tệp "{ $name }" trong assets/
    [circular] các mẫu trang gọi nhau thành vòng: { $name }
    [other-at] mẫu trang không dùng được ở chỗ này, liên quan đến { $name }
   *[other] mẫu trang không dùng được ở chỗ này
}
    .cure = xem các biến và khối có thể dùng ở docs/theming.md
message = { $kind ->
    [syntax] tệp lời văn sai cú pháp
    [duplicate] lời văn "{ $name }" có hai lần
    [language] "{ $name }" không phải tên ngôn ngữ
    [no-words] giao diện không có lời văn cho ngôn ngữ "{ $name }"
    [unknown-message] không có lời văn "{ $name }"
    [message-argument] lời văn "{ $name }" thiếu tham số
    [incomplete] tệp lời văn { $name } thiếu { $n } mục: { $lacking }
   *[other] tệp lời văn không dùng được
}
    .cure = { $kind ->
        [incomplete] thêm các mục này vào tệp lời văn của ngôn ngữ đó; bản gốc để đối chiếu: tiendo theme export --only messages/vi.ftl --into goc
       *[other] sửa theo tệp lời văn của giao diện mặc định
    }
blocked-by-policy = { $kind ->
    [script] đoạn mã lệnh viết thẳng trong trang: trình duyệt sẽ không chạy
    [style] kiểu dáng viết thẳng trong trang (<style>): trình duyệt sẽ bỏ qua
    [style-attribute] thuộc tính style: trình duyệt sẽ bỏ qua
    [handler] thuộc tính { $name }: trình duyệt sẽ không chạy mã lệnh trong đó
    [address] địa chỉ "javascript:…": trình duyệt sẽ không chạy
   *[elsewhere] tệp nạp từ ngoài trang: { $name }
}
    .cause = trang được phục vụ với chính sách default-src 'self'
    .cure = { $kind ->
        [elsewhere] chép tệp vào assets/ của giao diện và nạp bằng asset(name="…")
        [style] chuyển sang một tệp .css trong assets/ của giao diện
        [style-attribute] dùng class, và đặt kiểu dáng trong một tệp .css của assets/
       *[other] chuyển sang một tệp .js trong assets/ của giao diện
    }
unknown-timezone = không biết múi giờ "{ $value }"
    .cure = dùng một trong: { $known }, hoặc viết như +07:00
too-many-faults = còn { $count } lỗi và cảnh báo nữa, không kể ra từng cái
    .cure = sửa những chỗ đã nêu rồi kiểm tra lại
