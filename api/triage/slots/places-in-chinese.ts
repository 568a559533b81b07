/** What the places of places.ts and places-of-thailand.ts are called in Chinese. */
export const IN_CHINESE = `
Bangkok|曼谷
Chiang Mai|清迈|清邁
Chiang Rai|清莱|清萊
Phuket|普吉岛|普吉島|普吉
Krabi|甲米
Phi Phi|皮皮岛|皮皮島
Koh Samui|苏梅岛|蘇梅島|苏梅
Koh Phangan|帕岸岛
Koh Tao|涛岛|龟岛
Koh Lanta|兰塔岛
Koh Chang|象岛|象島
Koh Samet|沙美岛
Koh Lipe|丽贝岛|麗貝島
Khao Lak|考拉
Khao Yai|考艾
Hua Hin|华欣|華欣
Pattaya|芭提雅|芭堤雅|芭达雅
Kanchanaburi|北碧
Ayutthaya|大城|阿瑜陀耶
Sukhothai|素可泰
Pai|拜县|拜縣
Patong|芭东|巴东
Ao Nang|奥南
Kata|卡塔
Karon|卡伦
Railay|莱利
Khao Sok|考索
Sathorn|沙吞|沙敦
Rayong|罗勇|羅勇
Nakhon Pathom|佛统|佛統
Phetchaburi|佛丕
Chonburi|春武里
Silom|是隆|席隆
Sukhumvit|素坤逸
Siam, Bangkok|暹罗
Ari, Bangkok|阿黎
Nan|难府
Songkhla|宋卡
Hat Yai|合艾
Isan|泰国东北
Thailand|泰国|泰國
Suvarnabhumi Airport|素万那普机场|素萬那普機場|素萬那普|素万那普|曼谷机场
Don Mueang Airport|廊曼机场|廊曼
Phuket Airport|普吉机场
Chinatown, Bangkok|曼谷唐人街|耀华力
Grand Palace, Bangkok|大皇宫
Chao Phraya River, Bangkok|湄南河|昭披耶河
Hanoi|河内|河內
Ha Long|下龙湾|下龍灣
Lan Ha Bay|兰哈湾
Ninh Binh|宁平
Sapa|沙坝|沙壩
Hue|顺化|順化
Da Nang|岘港|峴港
Hoi An|会安|會安
Nha Trang|芽庄|芽莊
Da Lat|大叻
Phu Quoc|富国岛|富國島
Ho Chi Minh City|胡志明市|胡志明|西贡
Mekong Delta|湄公河三角洲
Mekong River|湄公河
Vietnam|越南
Luang Prabang|琅勃拉邦
Vientiane|万象|萬象
Vang Vieng|万荣|旺荣
Laos|老挝|寮國
Siem Reap|暹粒
Angkor|吴哥窟|吴哥|吳哥窟
Phnom Penh|金边|金邊
Cambodia|柬埔寨
Yangon|仰光
Bagan|蒲甘
Myanmar|缅甸|緬甸
Kuala Lumpur|吉隆坡
Penang|槟城|檳城
Langkawi|兰卡威|蘭卡威
Malacca|马六甲
Johor Bahru|新山
Kota Kinabalu|亚庇
Borneo|婆罗洲
Malaysia|马来西亚|馬來西亞
Singapore|新加坡
Bali|巴厘岛|峇里島|巴厘
Ubud|乌布|烏布
Jakarta|雅加达
Yogyakarta|日惹
Indonesia|印尼|印度尼西亚
Manila|马尼拉
Cebu|宿务|宿霧
Boracay|长滩岛
Palawan|巴拉望
Philippines|菲律宾|菲律賓
Colombo|科伦坡
Kandy|康提
Sri Lanka|斯里兰卡|斯里蘭卡
Maldives|马尔代夫|馬爾地夫
Bhutan|不丹
Kathmandu|加德满都
Nepal|尼泊尔|尼泊爾
Bodh Gaya|菩提伽耶
Varanasi|瓦拉纳西
India|印度
Tokyo|东京|東京
Kyoto|京都
Osaka|大阪
Nara|奈良
Kobe|神户
Nagoya|名古屋
Kanazawa|金泽
Hakone|箱根
Mount Fuji|富士山
Yokohama|横滨
Kamakura|镰仓
Hiroshima|广岛
Fukuoka|福冈
Kyushu|九州
Okinawa|冲绳
Sapporo|札幌
Hokkaido|北海道
Sendai|仙台
Tohoku|东北地方
Japan|日本
Seoul|首尔|首爾
Busan|釜山
Jeju|济州岛|濟州島|济州
South Korea|韩国|韓國
Taipei|台北|臺北
Taichung|台中
Kaohsiung|高雄
Jiufen|九份
Alishan|阿里山
Taiwan|台湾|台灣|臺灣
Hong Kong|香港
Macau|澳门|澳門
`
