import { describe, expect, it } from 'vitest'
import { kindMeant, likelyMeant, meantOf, type Named, oneMeant } from './things-meant.ts'

const named = (all: Record<string, string[]>): Named[] => Object.entries(all).map(([key, ways]) => ({ key, ways }))
const bikes = named({
  puncture: ['Puncture repair', 'パンク修理'],
  brake: ['Brake tuning', 'ブレーキ調整'],
  ebike: ['Electric city bike', '電動アシスト自転車'],
  road: ['Road bike', 'ロードバイク'],
  kids: ['Kids bike', '子ども用自転車'],
  river: ['Riverside guided ride', '川沿いガイドライド'],
})
const dresses = named({
  princess: ['Princess ball gown', 'ชุดเจ้าหญิงกระโปรงพอง', 'ทรงเจ้าหญิง'],
  mermaid: ['Mermaid gown', 'ชุดหางปลา'],
  thai: ['Thai traditional dress', 'ชุดไทยจักรี'],
  studio: ['Studio pre-wedding', 'พรีเวดดิ้งในสตูดิโอ'],
  beach: ['Beach pre-wedding in Hua Hin', 'พรีเวดดิ้งทะเลหัวหิน'],
  makeup: ['Bridal make-up workshop', 'เวิร์กช็อปแต่งหน้าเจ้าสาว'],
})
const rooms = named({
  atrium: ['Atrium', 'ห้องเอเทรียม', 'the big room', 'boardroom'],
  nook: ['Nook', 'ห้องนุก'],
  podcast: ['Podcast studio', 'ห้องอัดพอดแคสต์'],
  hotdesk: ['Hot desk day pass', 'เดย์พาสโต๊ะรวม'],
  monthly: ['Dedicated desk, monthly', 'โต๊ะประจำรายเดือน'],
})
const waters = named({
  big: ['18.9-litre bottle', 'น้ำถัง 18.9 ลิตร', 'ถังใหญ่'],
  pack15: ['Pack of 6 x 1.5 litres', 'แพ็ค 1.5 ลิตร 6 ขวด'],
  pack600: ['Pack of 12 x 600 ml', 'แพ็ค 600 มล. 12 ขวด'],
  sparkling: ['Sparkling water, case of 24', 'โซดา ลัง 24 ขวด'],
})

describe('the one that is meant', () => {
  it.each<[string, Named[], string]>([
    ['タイヤがパンクしちゃったんですが、直してもらえますか?', bikes, 'puncture'],
    ['電動のやつを2台、日曜に借りたいです', bikes, 'ebike'],
    ['ロードでお願いします', bikes, 'road'],
    ['the road one', bikes, 'road'],
    ['my brakes need tuning', bikes, 'brake'],
    ['川沿いのツアー', bikes, 'river'],
    ['แบบพองๆ อะค่ะ', dresses, 'princess'],
    ['เอาแบบทะเลค่ะ วันที่ 10 มกราคม', dresses, 'beach'],
    ['make up class for brides', dresses, 'makeup'],
    ['ทรงหางปลา', dresses, 'mermaid'],
    ['สนใจห้องอัดเสียงครับ', rooms, 'podcast'],
    ['a hot desk for this saturday then', rooms, 'hotdesk'],
    ['ขอแพ็คเล็ก 600 มล. 10 แพ็ค', waters, 'pack600'],
    ['โซดา 2 ลัง', waters, 'sparkling'],
  ])('%s', (said, among, key) => expect([said, oneMeant(said, among)?.key]).toEqual([said, key]))

  it.each<[string, Named[]]>([
    ['can I rent a bike tomorrow?', bikes],
    ['自転車を借りたい', bikes],
    ['พรีเวดดิ้งมีแบบไหนบ้างคะ', dresses],
    ['อยากลองชุดแต่งงานค่ะ', dresses],
    ['สวัสดีค่ะ', dresses],
    ['a desk please', rooms],
    ['24 ค่ะ', waters],
    ['', bikes],
    ['？？', bikes],
    ['0'.repeat(5_000), waters],
  ])('none of %s', (said, among) => expect([said, oneMeant(said, among)?.key]).toEqual([said, undefined]))
})

it('are several where a few words speak of several', () => {
  expect(
    likelyMeant('can I rent a bike tomorrow?', bikes)
      .map((it) => it.key)
      .sort(),
  ).toEqual(['ebike', 'kids', 'road'])
  expect(
    likelyMeant('พรีเวดดิ้งมีแบบไหนบ้างคะ', dresses)
      .map((it) => it.key)
      .sort(),
  ).toEqual(['beach', 'studio'])
})

it('are none where nothing is spoken of', () => {
  expect(meantOf('ร้านเปิดกี่โมง', dresses)).toEqual([])
  expect(meantOf('anything', [])).toEqual([])
})

describe('a day', () => {
  const dawn = named({ dawn: ['Angkor at Dawn', '吴哥日出'], river: ['Slow Mekong', 'スローメコン'] })
  it.each(['3月6日出発、大人2名です', '1月9日からの旅行', '12月 3日'])('names no sunrise: %s', (said) =>
    expect(meantOf(said, dawn)).toEqual([]),
  )
  it('but its own name does', () => expect(oneMeant('吴哥日出、3月6日', dawn)?.key).toBe('dawn'))
})

describe('the kind that is meant', () => {
  const machines = named({
    hotcold: ['Hot and cold dispenser', 'ตู้กดน้ำร้อนน้ำเย็น'],
    tabletop: ['Table-top dispenser', 'ตู้กดน้ำตั้งโต๊ะ'],
  })
  const kinds = [
    { key: 'delivery', ways: ['สั่งน้ำ', 'Water delivery'], items: waters },
    { key: 'dispenser', ways: ['เช่าตู้กดน้ำ', 'Dispenser rental'], items: machines },
  ]
  it.each([
    ['Do you rent water dispensers?', 'dispenser'],
    ['อยากเช่าตู้กดน้ำค่ะ', 'dispenser'],
    ['two packs of 600 ml', 'delivery'],
    ['good morning', undefined],
  ])('%s', (said, key) => expect([said, kindMeant(said, kinds)?.key]).toEqual([said, key]))
})

it('goes by how much of a name was said', () => {
  const therapy = named({ back: ['腰・首の施術'], knee: ['膝のリハビリ'] })
  const home = named({ home: ['脳卒中の訪問リハビリ'] })
  const kinds = [
    { key: 'visit', ways: ['施術のご予約'], items: therapy },
    { key: 'at_home', ways: ['訪問リハビリのご予約'], items: home },
  ]
  expect(kindMeant('膝の手術後のリハビリをお願いしたいのですが', kinds)?.key).toBe('visit')
  expect(kindMeant('訪問リハビリをお願いします', kinds)?.key).toBe('at_home')
  expect(oneMeant('膝の手術後のリハビリ', therapy)?.key).toBe('knee')
})

it('hears no word within another', () => {
  const [broken] = named({ broken: ['แอร์หรืออุปกรณ์เสีย'] })
  expect(meantOf('สนใจห้องอัดเสียงครับ', broken ? [broken] : [])).toEqual([])
  expect(meantOf('the wifi is down', named({ wifi: ['Wi-Fi or internet down'] }))).toHaveLength(1)
})
