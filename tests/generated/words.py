"""The vocabulary: made-up communes and people, fields of work, and pieces of sentences that ten different offices would write."""

COMMUNES = ["Khe Sậy", "Nà Phung", "Tân Hòa Thịnh", "Bình Lũng", "Đông Kênh", "Phú Mận", "Vĩnh Trạch Tây", "Suối Gấm", "Long Thạnh Đông",
            "An Lộc Hạ", "Mường Chà Lá", "Ea Tlung", "Cẩm Lương Sơn", "Thạch Khê Thượng", "Hòa Mục", "Yên Đổ Mới", "Quảng Lãng", "Ia Pnôn Hạ",
            "Lục Hồn Tây", "Diễn Cát Mới", "Trà Bồng Hạ", "Xuân Điền", "Minh Lạc", "Thới Xuyên", "Tam Kỳ Bắc", "Đắk Sao Thượng", "Hải Triều"]
PROVINCES = ["Lào Cai", "Tuyên Quang", "Thái Nguyên", "Phú Thọ", "Bắc Ninh", "Hưng Yên", "Ninh Bình", "Quảng Trị", "Quảng Ngãi", "Gia Lai",
             "Khánh Hòa", "Đắk Lắk", "Lâm Đồng", "Đồng Tháp", "Vĩnh Long", "An Giang", "Cà Mau", "Cao Bằng", "Điện Biên", "Lai Châu", "Sơn La",
             "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Tây Ninh"]
CITIES = ["Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"]
PEOPLE = ["Lò Thị Duyên", "Trần Quốc Bảo Lâm", "Nguyễn Hữu Phước", "Y Blôn Niê", "Hoàng Thị Mai Sương", "Phạm Văn Kỳ", "Đặng Đình Thắng",
          "Giàng A Lềnh", "Vũ Thị Hồng Thắm", "Lê Minh Trí", "Bùi Xuân Diệm", "Nông Văn Pẩu", "Huỳnh Tấn Lợi", "Đinh Thị Ngà", "Châu Sóc Thươl",
          "Tô Quang Vịnh", "Ngô Đức Toản", "Hà Thị Bích Loan", "Phan Thanh Nhã", "Mai Công Trường"]

SECTORS = {   # name of the Sở or Bộ -> codes
    "Khoa học và Công nghệ": ("SKHCN", "BKHCN"), "Tài chính": ("STC", "BTC"), "Nội vụ": ("SNV", "BNV"), "Xây dựng": ("SXD", "BXD"),
    "Nông nghiệp và Môi trường": ("SNNMT", "BNNMT"), "Giáo dục và Đào tạo": ("SGDĐT", "BGDĐT"), "Y tế": ("SYT", "BYT"),
    "Tư pháp": ("STP", "BTP"), "Văn hóa, Thể thao và Du lịch": ("SVHTTDL", "BVHTTDL"), "Công Thương": ("SCT", "BCT")}
UNITS_OF_WORK = ["VX", "KGVX", "NC", "KT", "TH", "VP", "CĐS", "KSTT", "CCHC"]

SUBJECTS = ["phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số", "cải cách hành chính", "bảo đảm an toàn thông tin mạng",
            "phòng, chống thiên tai và tìm kiếm cứu nạn", "xây dựng nông thôn mới", "phát triển du lịch cộng đồng", "quản lý rác thải sinh hoạt",
            "phổ cập giáo dục mầm non cho trẻ em từ 3 đến 5 tuổi", "bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân", "giảm nghèo bền vững",
            "số hóa hồ sơ, kết quả giải quyết thủ tục hành chính", "phòng, chống dịch bệnh trên đàn vật nuôi", "phát triển kinh tế tập thể",
            "chuyển đổi số ngành nông nghiệp", "bảo đảm trật tự, an toàn giao thông", "phòng cháy, chữa cháy rừng mùa khô"]

# (verb, object) of tasks. Objects differ, so that no two tasks of a document are alike.
WORK = [("Rà soát", "danh mục thủ tục hành chính đủ điều kiện cung cấp trực tuyến toàn trình"), ("Xây dựng", "cơ sở dữ liệu về hộ kinh doanh cá thể"),
        ("Tổ chức", "lớp bồi dưỡng kỹ năng số cho thành viên Tổ công nghệ số cộng đồng"), ("Lắp đặt", "hệ thống camera giám sát tại các nút giao thông"),
        ("Số hóa", "sổ hộ tịch của các đơn vị hành chính trước sắp xếp"), ("Triển khai", "mô hình chợ không dùng tiền mặt"),
        ("Hướng dẫn", "hợp tác xã đưa nông sản lên sàn thương mại điện tử"), ("Khảo sát", "các điểm lõm sóng di động vùng sâu, vùng xa"),
        ("Nâng cấp", "đài truyền thanh ứng dụng công nghệ thông tin - viễn thông"), ("Kiểm tra", "công tác bảo vệ bí mật nhà nước trên môi trường mạng"),
        ("Bố trí", "máy tính, máy quét và thiết bị ký số cho bộ phận một cửa"), ("Ban hành", "quy chế quản lý, vận hành hệ thống quản lý văn bản và điều hành"),
        ("Tuyên truyền", "Luật Đất đai và các văn bản hướng dẫn đến người dân"), ("Thành lập", "đội tình nguyện hỗ trợ người cao tuổi sử dụng VNeID"),
        ("Cập nhật", "dữ liệu dân cư phục vụ quản lý cư trú"), ("Thực hiện", "chi trả trợ cấp an sinh xã hội qua tài khoản ngân hàng"),
        ("Lập", "hồ sơ đề xuất cấp độ an toàn hệ thống thông tin"), ("Vận động", "doanh nghiệp nhỏ và vừa sử dụng hóa đơn điện tử khởi tạo từ máy tính tiền"),
        ("Phát động", "phong trào thi đua Bình dân học vụ số"), ("Đánh giá", "mức độ hài lòng của người dân đối với dịch vụ hành chính công"),
        ("Chỉnh lý", "tài liệu lưu trữ tồn đọng của khối chính quyền"), ("Xử lý", "phản ánh, kiến nghị tiếp nhận qua tổng đài và ứng dụng công dân"),
        ("Hoàn thiện", "phương án ứng phó sạt lở đất ở khu dân cư ven suối"), ("Trồng mới", "rừng phòng hộ đầu nguồn trên diện tích được giao"),
        ("Tiêm phòng", "vắc-xin lở mồm long móng cho đàn trâu, bò"), ("Duy tu", "hệ thống kênh mương nội đồng trước vụ đông xuân"),
        ("Thu gom", "chất thải rắn sinh hoạt đã phân loại tại nguồn"), ("Quản lý", "chặt chẽ nguồn vốn chương trình mục tiêu quốc gia"),
        ("Khám", "sàng lọc bệnh không lây nhiễm cho người từ đủ 40 tuổi"), ("Mở rộng", "diện tích chè hữu cơ liên kết theo chuỗi giá trị"),
        ("Bảo tồn", "nghề dệt thổ cẩm gắn với du lịch trải nghiệm"), ("Cải tạo", "nhà vệ sinh và bếp ăn bán trú ở các điểm trường lẻ"),
        ("Đề xuất", "cơ chế thu hút kỹ sư công nghệ thông tin về công tác tại cơ sở"), ("Công khai", "kết quả giải quyết khiếu nại, tố cáo trên trang thông tin điện tử"),
        ("Tích hợp", "chữ ký số cá nhân vào phần mềm một cửa"), ("Tháo gỡ", "vướng mắc về mặt bằng các dự án giao thông liên xã"),
        ("Sửa chữa", "cầu treo dân sinh xuống cấp sau mưa lũ"), ("Thống kê", "số lượng tàu cá chưa lắp thiết bị giám sát hành trình"),
        ("Đào tạo", "nghề ngắn hạn cho lao động nông thôn chuyển đổi việc làm"), ("Chuẩn hóa", "dữ liệu địa chỉ số gắn với bản đồ số"),
        ("Ứng dụng", "trợ lý ảo trong tra cứu văn bản quy phạm pháp luật"), ("Xây dựng", "thư viện số dùng chung cho các trường phổ thông"),
        ("Kiện toàn", "ban quản lý rừng cộng đồng ở từng bản"), ("Tổ chức", "ngày hội việc làm cho thanh niên hoàn thành nghĩa vụ quân sự"),
        ("Phối hợp", None)][:-1]
PURPOSES = ["", "", "", "; bảo đảm công khai, minh bạch", ", phục vụ công tác chỉ đạo, điều hành", " theo đúng quy định", ", hạn chế tối đa phát sinh chi phí cho người dân",
            "; kịp thời báo cáo khó khăn, vướng mắc", " bảo đảm tiết kiệm, hiệu quả", "; nhân rộng cách làm hay", ", nhất là ở địa bàn khó khăn"]
GROUPS = ["Về hoàn thiện thể chế", "Phát triển hạ tầng", "Công tác tuyên truyền", "Về dữ liệu", "Phát triển nguồn nhân lực", "Bảo đảm an toàn, an ninh mạng",
          "Phát triển kinh tế số", "Phục vụ người dân và doanh nghiệp", "Hợp tác, huy động nguồn lực", "Quản lý tài nguyên, môi trường"]
PURPOSE_LINES = ["Xác định rõ nội dung công việc, trách nhiệm và tiến độ; tạo sự thống nhất trong chỉ đạo, điều hành.",
                 "Nâng cao nhận thức của cán bộ, đảng viên và Nhân dân về ý nghĩa của nhiệm vụ.", "Việc triển khai phải thiết thực, tránh hình thức, lãng phí.",
                 "Bám sát tình hình thực tế, lấy người dân làm trung tâm phục vụ.", "Phát huy vai trò nêu gương của người đứng đầu các cấp.",
                 "Gắn việc thực hiện với đánh giá, xếp loại cán bộ."]
# goals: (indicator, unit). "{}" is where the number stands in a sentence that leads with the number.
GOALS = [("Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến", "%", "hồ sơ thủ tục hành chính được nộp trực tuyến"),
         ("Tỷ lệ người dân trưởng thành có tài khoản định danh điện tử", "%", "người dân trưởng thành có tài khoản định danh điện tử"),
         ("Tỷ lệ văn bản được ký số", "%", "văn bản đi được ký số"), ("Tỷ lệ hộ nghèo đa chiều được hỗ trợ sinh kế", "%", "hộ nghèo đa chiều được hỗ trợ sinh kế"),
         ("Tỷ lệ phủ sóng 5G trên địa bàn", "%", "thôn, bản được phủ sóng 5G"), ("Tỷ lệ học sinh có học bạ số", "%", "học sinh có học bạ số"),
         ("Tỷ lệ chất thải rắn được thu gom", "%", "chất thải rắn được thu gom"), ("Tỷ lệ cán bộ, công chức được tập huấn kỹ năng số", "%", "cán bộ, công chức được tập huấn kỹ năng số"),
         ("Số hợp tác xã có gian hàng điện tử", "hợp tác xã", "hợp tác xã có gian hàng điện tử"), ("Số sản phẩm OCOP được công nhận", "sản phẩm", "sản phẩm OCOP được công nhận"),
         ("Số mô hình thôn thông minh được xây dựng", "mô hình", "mô hình thôn thông minh được xây dựng"), ("Số lớp tập huấn cho người cao tuổi", "lớp", "lớp tập huấn cho người cao tuổi"),
         ("Tỷ lệ trạm y tế thực hiện hồ sơ sức khỏe điện tử", "%", "trạm y tế thực hiện hồ sơ sức khỏe điện tử"),
         ("Diện tích rừng trồng mới", "ha", "rừng được trồng mới"), ("Số hộ dùng nước sạch theo quy chuẩn", "hộ", "hộ dùng nước sạch theo quy chuẩn"),
         ("Tỷ lệ doanh nghiệp nộp thuế điện tử", "%", "doanh nghiệp nộp thuế điện tử"),
         ("Số bác sĩ trên địa bàn", "bác sĩ/vạn dân", "bác sĩ/vạn dân"), ("Số doanh nghiệp đang hoạt động", "doanh nghiệp/nghìn dân", "doanh nghiệp/nghìn dân")]
