/** Provinces, districts of Bangkok and the stops people are picked up at, in the form of places.ts. */
export const THAILAND = `
Samut Prakan|สมุทรปราการ|ปากน้ำ
Samut Sakhon|สมุทรสาคร|มหาชัย
Nonthaburi|นนทบุรี
Pathum Thani|ปทุมธานี|ปทุม
Saraburi|สระบุรี
Sing Buri|สิงห์บุรี
Chai Nat|ชัยนาท
Ang Thong|อ่างทอง
Suphan Buri|สุพรรณบุรี|สุพรรณ
Uthai Thani|อุทัยธานี
Nakhon Sawan|นครสวรรค์
Kamphaeng Phet|กำแพงเพชร
Tak|ตาก
Mae Sot|แม่สอด
Phichit|พิจิตร
Uttaradit|อุตรดิตถ์
Phayao|พะเยา
Prachuap Khiri Khan|ประจวบคีรีขันธ์|ประจวบ
Chumphon|ชุมพร
Ranong|ระนอง
Phang Nga|พังงา
Satun|สตูล
Nakhon Si Thammarat|นครศรีธรรมราช|นครศรี
Phatthalung|พัทลุง
Pattani|ปัตตานี
Yala|ยะลา
Betong|เบตง
Narathiwat|นราธิวาส
Chachoengsao|ฉะเชิงเทรา|แปดริ้ว
Prachinburi|ปราจีนบุรี|ปราจีน
Sa Kaeo|สระแก้ว
Chaiyaphum|ชัยภูมิ
Maha Sarakham|มหาสารคาม
Roi Et|ร้อยเอ็ด
Kalasin|กาฬสินธุ์
Sakon Nakhon|สกลนคร
Nakhon Phanom|นครพนม
Mukdahan|มุกดาหาร
Yasothon|ยโสธร
Amnat Charoen|อำนาจเจริญ
Si Sa Ket|ศรีสะเกษ
Surin|สุรินทร์
Nong Bua Lamphu|หนองบัวลำภู
Bueng Kan|บึงกาฬ
Nakhon Chai Si|นครชัยศรี
Bang Pa-in|บางปะอิน
Pak Chong|ปากช่อง
Wang Nam Khiao|วังน้ำเขียว
Sangkhlaburi|สังขละบุรี|สังขละ
Pran Buri|ปราณบุรี
Suan Phueng|สวนผึ้ง
Mae Kampong|แม่กำปอง
Mae Rim|แม่ริม
Doi Suthep|ดอยสุเทพ|doi suthep
Doi Tung|ดอยตุง
Phu Chi Fa|ภูชี้ฟ้า
Phu Kradueng|ภูกระดึง
Golden Triangle|สามเหลี่ยมทองคำ|golden triangle
Khao Sam Roi Yot|เขาสามร้อยยอด
Railay|ไร่เลย์|ไร่เล
Ao Nang|อ่าวนาง|aonang
Patong|ป่าตอง
Kata|กะตะ
Karon|กะรน
Similan Islands|สิมิลัน|similan
Koh Larn|เกาะล้าน|ko larn
Koh Yao Noi|เกาะยาวน้อย|เกาะยาว
Koh Mak|เกาะหมาก|ko mak
Koh Kood|เกาะกูด|ko kood|ko kut
Koh Si Chang|เกาะสีชัง
Koh Sukorn|เกาะสุกร
Ari, Bangkok|อารีย์|ari
Siam, Bangkok|สยามสแควร์|siam square
Thonburi|ธนบุรี
Bang Na|บางนา|bangna
Bang Sue|บางซื่อ
Bang Kapi|บางกะปิ
Bang Khae|บางแค
Bang Bua Thong|บางบัวทอง
Bang Phli|บางพลี
Bang Rak|บางรัก
Lat Phrao|ลาดพร้าว|ladprao|lat phrao
Lat Krabang|ลาดกระบัง
Min Buri|มีนบุรี
Nong Chok|หนองจอก
Rangsit|รังสิต
Ratchada|รัชดา|ratchada
Rama 2|พระราม 2|พระราม2
Rama 3|พระราม 3|พระราม3
Rama 4|พระราม 4|พระราม4
Rama 9|พระราม 9|พระราม9|พระรามเก้า
Phra Khanong|พระโขนง
Phrom Phong|พร้อมพงษ์|phrom phong
Ploenchit|เพลินจิต
Chit Lom|ชิดลม
Ratchathewi|ราชเทวี
Phaya Thai|พญาไท
Victory Monument|อนุสาวรีย์ชัย|อนุสาวรีย์
Pratunam|ประตูน้ำ
Ekkamai|เอกมัย
On Nut|อ่อนนุช|on nut
Udom Suk|อุดมสุข
Bearing|แบริ่ง
Chatuchak|จตุจักร|jj market
Chaeng Watthana|แจ้งวัฒนะ
Don Mueang|เขตดอนเมือง
Taling Chan|ตลิ่งชัน
Pinklao|ปิ่นเกล้า
Wongwian Yai|วงเวียนใหญ่
Charoen Krung|เจริญกรุง
Khao San|ถนนข้าวสาร|khaosan|khao san road
Rattanakosin|รัตนโกสินทร์
Siriraj|ศิริราช|โรงพยาบาลศิริราช
Ramathibodi|รามาธิบดี|รพ.รามา|โรงพยาบาลรามา
Ram Inthra|รามอินทรา
Ramkhamhaeng|รามคำแหง
Chulalongkorn Hospital|โรงพยาบาลจุฬา
Muang Thong Thani|เมืองทองธานี|เมืองทอง|impact muang thong
BITEC|ไบเทค|bitec
Queen Sirikit Convention Centre|ศูนย์สิริกิติ์|ศูนย์ประชุมสิริกิติ์|qsncc
Future Park Rangsit|ฟิวเจอร์พาร์ครังสิต|ฟิวเจอร์พาร์ค รังสิต|ฟิวเจอร์พาร์ค|future park
ICONSIAM|ไอคอนสยาม|icon siam
Siam Paragon|สยามพารากอน|พารากอน|paragon
CentralWorld|เซ็นทรัลเวิลด์|central world
Asiatique|เอเชียทีค
Krung Thep Aphiwat Station|สถานีกรุงเทพอภิวัฒน์|กรุงเทพอภิวัฒน์|สถานีกลางบางซื่อ|สถานีกลาง|bang sue grand
Hua Lamphong|หัวลำโพง
Mo Chit|หมอชิต|mo chit
Ekkamai Bus Terminal|ขนส่งเอกมัย
Sai Tai Mai|สายใต้ใหม่|สายใต้
Phra Athit Pier|ท่าพระอาทิตย์|ท่าเรือพระอาทิตย์
Sathorn Pier|ท่าเรือสาทร|ท่าสาทร
Tha Tien Pier|ท่าเตียน
Railay Pier|ท่าเรือไร่เลย์
Hat Yai Airport|สนามบินหาดใหญ่
Samui Airport|สนามบินสมุย
Udon Thani Airport|สนามบินอุดร
Nan Airport|สนามบินน่าน
Kuala Lumpur Airport|สนามบินกัวลาลัมเปอร์
KLIA|klia
`
