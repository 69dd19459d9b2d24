#!/usr/bin/env python3
"""Deterministic synthetic workload for the side-by-side benchmark (stdlib only).

  gen.py --out DIR --tasks N [--agencies A] [--conclusions C] [--seed S]
         [--emit data,hugo,hugo-files,zola,eleventy,ours,ours-plain] [--change-one --delta DIR]

Writes DIR/data.json (neutral, statuses and groupings precomputed at AS_OF) and one
input tree per name in --emit. With --change-one the same workload is made with ONE
task given one more update, and only files that differ are written: old copies under
DELTA/0/..., new ones under DELTA/1/... (DIR itself is left alone), so a runner can
flip one task back and forth by copying a handful of files.

All bodies, people and documents are invented; agency names are fictional.
"""
import argparse
import datetime as dt
import json
import os
import random
import re
import sys

AS_OF = dt.date(2024, 6, 30)
DUE_SOON_DAYS = 15
PER_PAGE = 100
BASE = "/theo-doi"
BASE_URL = "https://vidu.example/theo-doi"
TITLE = "Theo dõi nhiệm vụ sau kết luận"
OPERATOR = "Văn phòng thường trực Ban Chỉ đạo (dữ liệu giả lập)"

STATUSES = [
    ("done-on-time", "Hoàn thành đúng hạn"),
    ("done-late", "Hoàn thành trễ hạn"),
    ("in-progress", "Đang thực hiện"),
    ("due-soon", "Sắp đến hạn"),
    ("overdue", "Quá hạn"),
    ("not-started", "Chưa thực hiện"),
    ("continuous", "Thường xuyên"),
]
LABEL = dict(STATUSES)

# ---------------------------------------------------------------- word banks
VERBS = ["Rà soát, hoàn thiện", "Chủ trì xây dựng", "Khẩn trương ban hành", "Đề xuất phương án",
         "Tổ chức sơ kết", "Hướng dẫn thực hiện", "Kiểm tra, đôn đốc", "Nâng cấp, mở rộng",
         "Công bố công khai", "Chuẩn hoá", "Thẩm định và trình", "Bố trí kinh phí cho",
         "Kết nối, chia sẻ", "Đánh giá độc lập", "Cắt giảm, đơn giản hoá", "Số hoá toàn bộ"]
OBJECTS = ["danh mục dịch vụ công trực tuyến toàn trình", "cơ sở dữ liệu quản lý đất đai cấp xã",
           "quy chế khai thác kho dữ liệu dùng chung", "bộ chỉ số đo mức độ hài lòng của người dân",
           "nền tảng họp trực tuyến liên thông ba cấp", "quy trình tiếp nhận hồ sơ không phụ thuộc địa giới",
           "định mức chi cho ứng dụng công nghệ", "hạ tầng mạng truyền số liệu chuyên dùng",
           "hệ thống giám sát an toàn thông tin", "phương án phân bổ vốn đầu tư công chậm giải ngân",
           "kế hoạch bồi dưỡng kỹ năng số cho cán bộ cơ sở", "báo cáo tiến độ các dự án trọng điểm",
           "thủ tục cấp phép xây dựng nhà ở riêng lẻ", "mã định danh điện tử của tổ chức",
           "kho lưu trữ hồ sơ điện tử", "cổng tiếp nhận phản ánh, kiến nghị"]
PURPOSES = ["phục vụ giải quyết thủ tục hành chính", "bảo đảm thông suốt từ trung ương đến cơ sở",
            "làm căn cứ đánh giá người đứng đầu", "nhằm giảm thời gian đi lại của người dân, doanh nghiệp",
            "theo nguyên tắc một lần khai báo, nhiều lần sử dụng", "gắn với trách nhiệm từng đơn vị",
            "trước khi vận hành chính quyền hai cấp", "đáp ứng yêu cầu bảo vệ dữ liệu cá nhân",
            "bảo đảm tiết kiệm, không trùng lặp đầu tư", "tạo thuận lợi cho hoạt động sản xuất, kinh doanh"]
SCOPES = ["trên phạm vi cả nước", "tại các địa bàn thí điểm", "trong toàn ngành", "ở vùng sâu, vùng xa, hải đảo",
          "đối với các đơn vị sự nghiệp trực thuộc", "tại bộ phận một cửa các cấp", "giai đoạn hai năm tới",
          "cho nhóm dự án sử dụng vốn ngân sách", "đối với 25 thủ tục thiết yếu", "trong lĩnh vực y tế và giáo dục"]
NOTES = ["Đã gửi lấy ý kiến các đơn vị liên quan và đang tổng hợp, tiếp thu, giải trình.",
         "Tổ công tác họp lần hai, thống nhất phạm vi dữ liệu và lộ trình kết nối.",
         "Dự thảo đã hoàn thành, chờ kết quả thẩm định trước khi trình cấp có thẩm quyền.",
         "Vướng mắc về đơn giá, định mức; đề nghị hướng dẫn bổ sung trong tháng tới.",
         "Một số địa phương gửi số liệu chậm, cơ quan chủ trì đã có văn bản đôn đốc.",
         "Hoàn thành chạy thử tại ba điểm, tỷ lệ hồ sơ đúng hạn đạt trên chín mươi phần trăm.",
         "Đã ban hành văn bản và công khai trên trang thông tin điện tử của cơ quan.",
         "Đang lựa chọn đơn vị tư vấn; tiến độ phụ thuộc kế hoạch vốn được giao.",
         "Kết quả rà soát cho thấy còn trùng lặp biểu mẫu, sẽ cắt giảm trong quý này.",
         "Đề nghị gia hạn do phải điều chỉnh phạm vi theo ý kiến tại cuộc họp gần nhất."]
SECTIONS = ["Đánh giá chung", "Về thể chế và quy định", "Về hạ tầng và nền tảng dùng chung", "Về dữ liệu",
            "Về thủ tục hành chính", "Về nguồn lực và kinh phí", "Về an toàn, an ninh mạng",
            "Về trách nhiệm người đứng đầu", "Về truyền thông và kỹ năng số", "Tổ chức thực hiện"]
SENTENCES = ["Thời gian qua, các đơn vị đã có nhiều nỗ lực, kết quả đạt được là tích cực nhưng chưa đồng đều giữa các ngành, địa phương.",
             "Một số nhiệm vụ còn chậm so với yêu cầu, nguyên nhân chủ yếu là phối hợp chưa chặt chẽ và phân công chưa rõ người, rõ việc.",
             "Yêu cầu các thành viên trực tiếp chỉ đạo, không giao khoán cho bộ phận chuyên môn, định kỳ kiểm điểm vào tuần cuối tháng.",
             "Việc cung cấp số liệu phải bảo đảm đúng, đủ, sạch, sống và thống nhất giữa các cấp.",
             "Kiên quyết cắt bỏ những khâu trung gian không cần thiết, không để phát sinh thêm giấy tờ.",
             "Cơ quan thường trực tổng hợp khó khăn, vướng mắc, báo cáo Trưởng ban trước ngày hai mươi lăm hằng tháng.",
             "Những nội dung vượt thẩm quyền cần đề xuất rõ phương án, cơ quan chịu trách nhiệm và thời hạn xử lý.",
             "Khuyến khích các địa phương có điều kiện làm trước, nhân rộng cách làm hay, tránh hình thức.",
             "Kết quả thực hiện là một tiêu chí xếp loại mức độ hoàn thành nhiệm vụ của tập thể và cá nhân.",
             "Bảo đảm hạ tầng vận hành ổn định, có phương án dự phòng và diễn tập ứng cứu sự cố ít nhất mỗi năm hai lần."]
BULLETS = ["hoàn thành trước ngày họp phiên kế tiếp;", "gửi báo cáo về cơ quan thường trực để theo dõi;",
           "công khai tiến độ để người dân giám sát;", "không làm phát sinh chi phí ngoài dự toán được duyệt;",
           "ưu tiên nhóm thủ tục có số lượng hồ sơ lớn;", "rà soát trùng lặp với các chương trình đang triển khai."]
SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Dương"]
MIDDLES = ["Văn", "Thị", "Minh", "Quốc", "Thanh", "Đức", "Hải", "Ngọc"]
GIVEN = ["An", "Bình", "Chiến", "Dũng", "Giang", "Hạnh", "Khoa", "Liên", "Mạnh", "Nga", "Phúc", "Quyên", "Sơn", "Tuấn", "Yến"]
FIELDS = ["Hạ tầng số", "Dữ liệu quốc dân", "Kinh tế biển", "Thuỷ lợi", "Đô thị mới", "Y tế dự phòng", "Học tập suốt đời",
          "Năng lượng sạch", "Giao thương", "Di sản", "Lao động việc làm", "Khoáng sản", "Nông thôn mới", "Công vụ",
          "Ngân khố", "Vận tải"]
RIVERS = ["Sông Lam Thượng", "Sông Diêm", "Núi Vọng", "Đồng Cát", "Bến Trúc", "Hồ Sen", "Đảo Gió", "Thạch Khê",
          "Vân Lĩnh", "An Thái", "Phú Điền", "Hoà Khánh", "Trường Xuân", "Mỹ Lộc", "Bình Giang", "Tân Hải"]
BODIES = ["Ban Chỉ đạo chuyển đổi số", "Ban Chỉ đạo công trình trọng điểm", "Ban Chỉ đạo cải cách hành chính",
          "Tổ công tác tháo gỡ vướng mắc đầu tư"]
KINDS = [("ministry", "Bộ"), ("gov-agency", "Cơ quan"), ("province", "Tỉnh"), ("committee", "Ban quản lý"), ("corporation", "Tổng công ty")]


def vn(d):
    return f"{d.day:02d}/{d.month:02d}/{d.year}"


# ---------------------------------------------------------------- the model
def make_agencies(rng, n):
    out = []
    for i in range(n):
        if i < 16:
            kind, name, short = "ministry", f"Bộ {FIELDS[i]}", "B" + "".join(w[0] for w in FIELDS[i].split()).upper() + str(i + 1)
        elif i < 28:
            f = FIELDS[(i * 5) % 16]
            kind, name, short = "gov-agency", f"Cơ quan {f} trung ương", f"CQ{i + 1}"
        elif i < 92:
            r = RIVERS[i % 16] + ("", " Đông", " Tây", " Nam", " Bắc")[(i - 28) // 16 % 5]
            kind, name, short = "province", f"Uỷ ban nhân dân tỉnh {r}", r
        elif i < 106:
            kind, name, short = "committee", f"Ban quản lý dự án {FIELDS[i % 16]} số {i - 91}", f"BQLDA{i - 91}"
        else:
            kind, name, short = "corporation", f"Tổng công ty {FIELDS[(i * 3) % 16]} {i - 105}", f"TCT{i - 105}"
        out.append({"id": f"cq-{i + 1:03d}", "name": name, "short": short, "kind": kind, "kind_label": dict(KINDS)[kind]})
    # long-tailed load: ministries first
    weights = [1.0 / (1 + i * 0.12) for i in range(n)]
    return out, weights


def person(rng):
    return f"{rng.choice(SURNAMES)} {rng.choice(MIDDLES)} {rng.choice(GIVEN)}"


def make_conclusion(rng, i, held):
    issued = held + dt.timedelta(days=rng.randint(2, 9))
    body = rng.choice(BODIES)
    chair, signer = person(rng), person(rng)
    number = f"{100 + i}/TB-BCĐ"
    ordinal = 1 + i % 40
    md = [f"Ngày {held.day} tháng {held.month} năm {held.year}, đồng chí **{chair}**, Trưởng {body}, chủ trì phiên họp "
          f"lần thứ {ordinal}. Tham dự có đại diện lãnh đạo các bộ, ngành, địa phương và cơ quan thường trực.",
          f"Sau khi nghe báo cáo và ý kiến các đại biểu, Trưởng {body} *kết luận* như sau:"]
    size = sum(len(x.encode()) for x in md)
    target = rng.randint(5000, 6600)
    clauses, s = [], 0
    while size < target:
        s += 1
        part = [f"## {s}. {SECTIONS[(s - 1) % len(SECTIONS)]}"]
        for k in range(1, rng.randint(3, 5)):
            cl = f"{s}.{k}"
            clauses.append(cl)
            part.append(f"**{cl}.** {rng.choice(VERBS)} {rng.choice(OBJECTS)} {rng.choice(PURPOSES)} {rng.choice(SCOPES)}. "
                        f"{rng.choice(SENTENCES)} {rng.choice(SENTENCES)}")
            if rng.random() < 0.4:
                part.append("\n".join(f"- {b}" for b in rng.sample(BULLETS, 3)))
        if s == 2:
            part.append("| Nội dung | Mốc | Ghi chú |\n| --- | --- | --- |\n" + "\n".join(
                f"| {rng.choice(OBJECTS)} | quý {q} | {rng.choice(SCOPES)} |" for q in (1, 2, 3)))
        if s == 3:
            part.append("> " + rng.choice(SENTENCES))
        if s == 4:
            part.append("\n".join(f"{q}. {rng.choice(VERBS)} {rng.choice(OBJECTS)};" for q in (1, 2, 3)))
        md += part
        size += sum(len(x.encode()) + 2 for x in part)
    md.append(f"Văn phòng thông báo để các cơ quan biết, thực hiện; xem thêm [bảng tiến độ]({BASE}/tien-do/).")
    return {"id": f"tb-{i + 1:05d}", "title": f"Thông báo kết luận phiên họp lần thứ {ordinal} của {body}", "number": number,
            "issued": issued.isoformat(), "issued_text": vn(issued), "held": held.isoformat(), "held_text": vn(held),
            "year": str(held.year), "chair": chair, "signer": signer, "body": body, "ordinal": ordinal, "kind": "Thông báo kết luận",
            "markdown": "\n\n".join(md) + "\n", "clauses": clauses, "tasks": []}


def make_task(rng, i, conc, agencies, weights):
    issued = dt.date.fromisoformat(conc["issued"])
    w = rng.choice((0, 1, 1, 2, 2, 3))
    picks = []
    while len(picks) < w + 1:
        a = rng.choices(range(len(agencies)), weights)[0]
        if a not in picks:
            picks.append(a)
    due = None if rng.random() < 0.08 else issued + dt.timedelta(days=rng.randint(10, 400))
    n_up = rng.randint(0, 4)
    span = max(1, (AS_OF - issued).days)
    if due:
        span = min(span, (due - issued).days + 60)
    days = sorted(rng.sample(range(span), min(n_up, span)))
    past = due is not None and due < AS_OF
    done = bool(days) and due is not None and rng.random() < (0.92 if past else 0.2)
    ups, pct = [], 0
    for k, d in enumerate(days):
        fin = done and k == len(days) - 1
        pct = 100 if fin else min(95, pct + rng.randint(5, 35))
        ups.append({"date": (issued + dt.timedelta(days=d)).isoformat(), "agency": picks[0] if fin else rng.choice(picks),
                    "state": "completed" if fin else "in_progress", "percent": pct,
                    "note": rng.choice(NOTES) + " " + rng.choice(NOTES),
                    "evidence": f"{BASE_URL}/van-ban/{rng.randint(1000, 99999)}.pdf" if rng.random() < 0.3 else ""})
    return {"id": f"nv-{i + 1:06d}",
            "title": f"{rng.choice(VERBS)} {rng.choice(OBJECTS)} {rng.choice(PURPOSES)} {rng.choice(SCOPES)}",
            "clause": rng.choice(conc["clauses"]), "lead": picks[0], "with": picks[1:],
            "due": due.isoformat() if due else "", "updates": ups}


def status_of(t):
    if not t["due"]:
        return "continuous"
    due = dt.date.fromisoformat(t["due"])
    last = t["updates"][-1] if t["updates"] else None
    if last and last["state"] == "completed":
        return "done-on-time" if last["date"] <= t["due"] else "done-late"
    if due < AS_OF:
        return "overdue"
    if (due - AS_OF).days <= DUE_SOON_DAYS:
        return "due-soon"
    return "in-progress" if last else "not-started"


def build(n, n_ag, n_conc, seed, change_one):
    rng = random.Random(seed)
    agencies, weights = make_agencies(rng, n_ag)
    first = dt.date(2021, 1, 5)
    helds = sorted(first + dt.timedelta(days=rng.randint(0, (dt.date(2024, 6, 20) - first).days)) for _ in range(n_conc))
    concs = [make_conclusion(rng, i, h) for i, h in enumerate(helds)]
    owner = sorted(rng.randrange(n_conc) for _ in range(n))
    raw = [make_task(rng, i, concs[c], agencies, weights) for i, c in enumerate(owner)]
    if change_one:  # one official adds one update to one open task with a due date
        k = next(j % n for j in range(n // 2, n // 2 + n) if raw[j % n]["due"] and
                 not (raw[j % n]["updates"] and raw[j % n]["updates"][-1]["state"] == "completed"))
        raw[k]["updates"].append({"date": "2024-06-28", "agency": raw[k]["lead"], "state": "completed", "percent": 100,
                                  "note": "Đã hoàn thành, văn bản kèm theo.", "evidence": ""})
    for a in agencies:
        a.update(counts=[0] * len(STATUSES), total=0, lead=[], coord=[])
    idx = {k: i for i, (k, _) in enumerate(STATUSES)}
    totals = [0] * len(STATUSES)
    ref = [{"id": a["id"], "short": a["short"]} for a in agencies]
    tasks = []
    for t, c in zip(raw, owner):
        st, conc = status_of(t), concs[c]
        totals[idx[st]] += 1
        lead = agencies[t["lead"]]
        lead["counts"][idx[st]] += 1
        lead["total"] += 1
        lead["lead"].append(t["id"])
        for w in t["with"]:
            agencies[w]["coord"].append(t["id"])
        conc["tasks"].append(t["id"])
        tasks.append({
            "id": t["id"], "title": t["title"], "doc_id": conc["id"], "doc": conc["number"], "clause": t["clause"],
            "lead": ref[t["lead"]], "with": [ref[w] for w in t["with"]], "due": t["due"],
            "due_text": vn(dt.date.fromisoformat(t["due"])) if t["due"] else "Thường xuyên",
            "status": st, "status_label": LABEL[st], "percent": str(t["updates"][-1]["percent"] if t["updates"] else 0),
            "updates": [{"date": u["date"], "date_text": vn(dt.date.fromisoformat(u["date"])), "agency": ref[u["agency"]],
                         "state": u["state"], "state_label": "Hoàn thành" if u["state"] == "completed" else "Đang thực hiện",
                         "percent": str(u["percent"]), "note": u["note"], "evidence": u["evidence"]} for u in t["updates"]]})
    concs.reverse()  # newest first
    years = []
    for c in concs:
        if not years or years[-1]["year"] != c["year"]:
            years.append({"year": c["year"], "items": []})
        years[-1]["items"].append({k: c[k] for k in ("id", "title", "number", "held", "held_text", "chair")} | {"n": str(len(c["tasks"]))})
    late = sorted((t for t in tasks if t["status"] == "overdue"), key=lambda t: (t["due"], t["id"]))[:20]
    n_pages = (n + PER_PAGE - 1) // PER_PAGE
    return {
        "site": {"title": TITLE, "base": BASE, "base_url": BASE_URL, "language": "vi", "operator": OPERATOR,
                 "as_of": AS_OF.isoformat(), "as_of_text": vn(AS_OF), "total": str(n), "pages": n_pages},
        "statuses": [{"key": k, "label": l, "count": str(totals[idx[k]]), "share": f"{100 * totals[idx[k]] / n:.1f}"} for k, l in STATUSES],
        "agencies": [{**a, "counts": [str(x) for x in a["counts"]], "total": str(a["total"])} for a in agencies],
        "conclusions": concs, "tasks": tasks, "years": years,
        "overdue": [t["id"] for t in late], "latest": [c["id"] for c in concs[:30]],
    }


# ---------------------------------------------------------------- emitters
class Sink:
    """Writes files; in delta mode only notes files whose bytes differ."""

    def __init__(self, out, delta):
        self.out, self.delta, self.dirs, self.n, self.changed = out, delta, set(), 0, []

    def write(self, rel, text):
        data = text.encode() if isinstance(text, str) else text
        self.n += 1
        path = os.path.join(self.out, rel)
        if self.delta:
            old = b""
            if os.path.exists(path):
                with open(path, "rb") as f:
                    old = f.read()
            if old == data:
                return
            self.changed.append(rel)
            self._put(os.path.join(self.delta, "0", rel), old)
            self._put(os.path.join(self.delta, "1", rel), data)
            return
        self._put(path, data)

    def _put(self, path, data):
        d = os.path.dirname(path)
        if d not in self.dirs:
            os.makedirs(d, exist_ok=True)
            self.dirs.add(d)
        with open(path, "wb") as f:
            f.write(data)


def J(x):
    return json.dumps(x, ensure_ascii=False, separators=(",", ":"))


q = J  # a JSON string is a valid YAML double-quoted scalar and TOML basic string


def row(t):
    return {k: t[k] for k in ("id", "title", "lead", "with", "due_text", "status", "status_label", "percent", "doc", "doc_id")}


def table_pages(d):
    ids = [t["id"] for t in d["tasks"]]
    return [{"n": str(i // PER_PAGE + 1), "prev": str(i // PER_PAGE) if i else "", "last": str(d["site"]["pages"]),
             "next": str(i // PER_PAGE + 2) if i + PER_PAGE < len(ids) else "", "ids": ids[i:i + PER_PAGE]}
            for i in range(0, len(ids), PER_PAGE)]


def emit_data(d, s):
    s.write("data.json", J(d))


def hugo_data(d, s, root):
    s.write(root + "data/b/tasks.json", J({t["id"]: t for t in d["tasks"]}))
    s.write(root + "data/b/agencies.json", J({a["id"]: a for a in d["agencies"]}))
    s.write(root + "data/b/site.json", J({"site": d["site"], "statuses": d["statuses"], "years": d["years"],
                                          "overdue": d["overdue"], "latest": d["latest"]}))
    s.write(root + "data/b/pages.json", J({f"p{p['n']}": p for p in table_pages(d)}))


def emit_hugo(d, s):
    """Hugo >= 0.126: data files + content adapters (the adapters are in peers/hugo/content)."""
    hugo_data(d, s, "hugo/")
    s.write("hugo/data/b/conclusions.json", J({c["id"]: c for c in d["conclusions"]}))


def emit_hugo_files(d, s):
    """Any Hugo: the same templates and data, one content file per page."""
    r = "hugo-files/"
    hugo_data(d, s, r)
    s.write(r + "data/b/conclusions.json", J({c["id"]: {k: v for k, v in c.items() if k != "markdown"} for c in d["conclusions"]}))

    def page(rel, fm, body=""):
        s.write(f"{r}content/{rel}.md", J(fm) + "\n" + body)
    page("nhiem-vu/_index", {"title": "Nhiệm vụ"})
    page("ket-luan/_index", {"title": "Kết luận"})
    page("cuoc-hop/_index", {"title": "Các cuộc họp"})
    page("co-quan/_index", {"title": "Cơ quan"})
    for t in d["tasks"]:
        page("nhiem-vu/" + t["id"], {"title": t["title"], "k": t["id"]})
    for a in d["agencies"]:
        page("co-quan/" + a["id"], {"title": a["name"], "k": a["id"]})
    for c in d["conclusions"]:
        page("ket-luan/" + c["id"], {"title": c["title"], "k": c["id"]}, c["markdown"])
    for p in table_pages(d):
        if p["n"] == "1":
            page("tien-do/_index", {"title": "Bảng tiến độ, trang 1", "k": "p1"})
        else:
            page("tien-do/trang/" + p["n"], {"title": "Bảng tiến độ, trang " + p["n"], "k": "p" + p["n"]})


def emit_zola(d, s):
    r, by = "zola/", {t["id"]: t for t in d["tasks"]}
    rows = lambda ids: [row(by[i]) for i in ids]
    s.write(r + "data/site.json", J({"site": d["site"], "statuses": d["statuses"], "overdue": rows(d["overdue"])}))
    s.write(r + "data/years.json", J(d["years"]))
    s.write(r + "data/agencies.json", J([{k: a[k] for k in ("id", "name", "kind_label", "counts", "total")} for a in d["agencies"]]))

    def sec(rel, title, extra="", render=True, tpl=""):
        s.write(f"{r}content/{rel}/_index.md" if rel else r + "content/_index.md",
                f"+++\ntitle = {q(title)}\nsort_by = \"none\"\n" + ("" if render else "render = false\n")
                + (f"template = {q(tpl)}\n" if tpl else "") + extra + "+++\n")
    sec("", d["site"]["title"])
    sec("nhiem-vu", "Nhiệm vụ", 'page_template = "task.html"\n', False)
    sec("ket-luan", "Kết luận", 'page_template = "conclusion.html"\n', False)
    sec("co-quan", "Cơ quan", 'page_template = "agency.html"\n', tpl="agencies.html")
    sec("cuoc-hop", "Các cuộc họp", tpl="timeline.html")
    sec("tien-do", "Bảng tiến độ, trang 1", 'page_template = "table_page.html"\n', tpl="table.html")
    for t in d["tasks"]:
        ref = lambda a: f"{{ id = {q(a['id'])}, short = {q(a['short'])} }}"
        fm = [f"+++\ntitle = {q(t['title'])}\n[extra]"]
        fm += [f"{k} = {q(t[k])}" for k in ("id", "clause", "due", "due_text", "status", "status_label", "percent", "doc", "doc_id")]
        fm += [f"lead = {ref(t['lead'])}", "with = [" + ", ".join(map(ref, t["with"])) + "]"]
        for u in t["updates"]:
            fm.append("[[extra.updates]]")
            fm += [f"{k} = {q(u[k])}" for k in ("date", "date_text", "state", "state_label", "percent", "note", "evidence")]
            fm.append(f"agency = {ref(u['agency'])}")
        s.write(f"{r}content/nhiem-vu/{t['id']}.md", "\n".join(fm) + "\n+++\n")
    for a in d["agencies"]:
        s.write(f"{r}content/co-quan/{a['id']}.md", f"+++\ntitle = {q(a['name'])}\n[extra]\nid = {q(a['id'])}\n+++\n")
        s.write(f"{r}data/co-quan/{a['id']}.json", J({**{k: a[k] for k in ("kind_label", "counts", "total")},
                                                      "lead": rows(a["lead"]), "coord": rows(a["coord"])}))
    for c in d["conclusions"]:
        fm = "".join(f"{k} = {q(c[k])}\n" for k in ("id", "number", "issued", "issued_text", "held", "held_text", "chair", "signer", "body", "kind"))
        s.write(f"{r}content/ket-luan/{c['id']}.md", f"+++\ntitle = {q(c['title'])}\ndate = {c['issued']}\n[extra]\n{fm}+++\n{c['markdown']}")
        s.write(f"{r}data/ket-luan/{c['id']}.json", J(rows(c["tasks"])))
    for p in table_pages(d):
        s.write(f"{r}data/tien-do/{p['n']}.json", J({**{k: p[k] for k in ("n", "prev", "next", "last")}, "rows": rows(p["ids"])}))
        if p["n"] != "1":
            s.write(f"{r}content/tien-do/p{p['n']}.md", f"+++\ntitle = {q('Bảng tiến độ, trang ' + p['n'])}\npath = \"tien-do/trang/{p['n']}\"\n"
                    f"[extra]\nn = \"{p['n']}\"\n+++\n")


def emit_eleventy(d, s):
    s.write("eleventy/data.json", J({**d, "tables": table_pages(d)}))


def emit_ours(d, s, name="ours", theme="default"):
    """Tiendo's input, in the names of docs/content.md. The one place to adapt when the data model moves."""
    r, by = name + "/content/", {t["id"]: t for t in d["tasks"]}

    def text(markdown):
        """Our table of tasks for the peers'; points lettered, since a second "1." of one text is a fault that we warn of."""
        lettered = re.sub(r"(?m)^([123])\. ", lambda m: "abc"[int(m[1]) - 1] + ") ", markdown)
        return lettered.replace(f"]({BASE}/tien-do/)", "](../../nhiem-vu/index.html)")

    kinds = {"gov-agency": "government-agency", "committee": "other", "corporation": "enterprise"}
    bodies = sorted({c["body"] for c in d["conclusions"]})
    body_id = {name: f"body-{i + 1:02d}" for i, name in enumerate(bodies)}
    s.write(r + "site.yaml", f"title: {q(d['site']['title'])}\nbase_url: {q(BASE_URL + '/')}\nlanguage: vi\noperator: {q(OPERATOR)}\n"
            f"theme: {theme}\nthresholds:\n  due_soon_days: {DUE_SOON_DAYS}\nunreported: overdue\n")
    s.write(r + "agencies/agencies.yaml", "agencies:\n" + "".join(
        f"  - id: {a['id']}\n    name: {q(a['name'])}\n    short: {q(a['short'])}\n    kind: {kinds.get(a['kind'], a['kind'])}\n" for a in d["agencies"])
        + "".join(f"  - id: {i}\n    name: {q(n)}\n    kind: body\n" for n, i in body_id.items()))
    for c in d["conclusions"]:
        s.write(f"{r}meetings/{c['id']}.md", f"---\ntitle: {q(c['title'])}\nbody: {body_id[c['body']]}\nordinal: {c['ordinal']}\nheld: {c['held']}\n"
                f"chair: {{name: {q(c['chair'])}}}\ndocuments:\n  - kind: {q(c['kind'])}\n    number: {q(c['number'])}\n    issued: {c['issued']}\n"
                f"    signer: {{name: {q(c['signer'])}}}\n---\n{text(c['markdown'])}")
        o = [f"document: {c['id']}", "tasks:" if c["tasks"] else "tasks: []"]
        for t in map(by.get, c["tasks"]):
            o += [f"  - id: {t['id']}", f"    title: {q(t['title'])}", f"    clause: {q(t['clause'])}", f"    lead: [{t['lead']['id']}]",
                  f"    coordinators: [{', '.join(w['id'] for w in t['with'])}]"]
            if t["due"]:
                o.append(f"    due: {t['due']}")
            if t["updates"]:
                o.append("    updates:")
            for u in t["updates"]:
                o += [f"      - date: {u['date']}", f"        agency: {u['agency']['id']}", f"        progress: {u['state'].replace('_', '-')}",
                      f"        percent: {u['percent']}", f"        note: {q(u['note'])}"]
                if u["evidence"]:
                    o.append(f"        evidence: [{{title: \"Văn bản\", url: {q(u['evidence'])}}}]")
        s.write(f"{r}tasks/{c['id']}.yaml", "\n".join(o) + "\n")


def emit_ours_plain(d, s):
    """The same data under the plain theme in plain/."""
    emit_ours(d, s, "ours-plain", "plain")


EMIT = {"data": emit_data, "hugo": emit_hugo, "hugo-files": emit_hugo_files, "zola": emit_zola, "eleventy": emit_eleventy, "ours": emit_ours,
        "ours-plain": emit_ours_plain}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--out", required=True)
    ap.add_argument("--tasks", type=int, default=1000)
    ap.add_argument("--agencies", type=int, default=120)
    ap.add_argument("--conclusions", type=int, default=0, help="default: tasks/20")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--emit", default=",".join(EMIT))
    ap.add_argument("--change-one", action="store_true")
    ap.add_argument("--delta", help="with --change-one: where the differing files go")
    a = ap.parse_args()
    if a.change_one and not a.delta:
        ap.error("--change-one needs --delta")
    d = build(a.tasks, a.agencies, a.conclusions or max(1, a.tasks // 20), a.seed, a.change_one)
    s = Sink(a.out, a.delta if a.change_one else None)
    for name in a.emit.split(","):
        EMIT[name](d, s)
    print(f"{a.tasks} tasks, {len(d['agencies'])} agencies, {len(d['conclusions'])} conclusions; {s.n} files"
          + (f", {len(s.changed)} differ: {' '.join(s.changed)}" if s.delta else ""), file=sys.stderr)


if __name__ == "__main__":
    main()
