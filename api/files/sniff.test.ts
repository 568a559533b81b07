import { describe, expect, test } from 'vitest'
import { samplePicture } from '../../bot/simulator/sample-picture.ts'
import { sniff } from './sniff.ts'

const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(128)])
const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(64)])
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF'), Buffer.alloc(64)])

describe('what a file is, by its bytes', () => {
  test.each([
    ['a picture', samplePicture(), 'image/png'],
    ['a photo', jpeg, 'image/jpeg'],
    ['a document', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'application/pdf'],
    ['a list in Thai', Buffer.from('ชื่อ,ยอด\nตุ๊กตา,500\n'), 'text/plain'],
    ['a text whose cut goes through a character', Buffer.from('ก'.repeat(30_000)), 'text/plain'],
    ['bytes nobody knows', Buffer.from([1, 2, 3, 4, 5]), 'application/octet-stream'],
    ['a page', Buffer.from('\n <!DOCTYPE html><script>alert(1)</script>'), 'application/octet-stream'],
    ['a page after a mark', Buffer.from('\ufeff<html><body>'), 'application/octet-stream'],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'application/octet-stream'],
    ['a drawing with a prolog', Buffer.from('<?xml version="1.0"?><svg/>'), 'application/octet-stream'],
  ])('%s', async (_, bytes, contentType) => {
    expect(await sniff(bytes)).toEqual({ contentType })
  })

  test.each([
    ['a Windows program', exe, 'program'],
    ['a Linux program', elf, 'program'],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'program'],
    ['a batch file', Buffer.from('@echo off\r\ndel *'), 'program'],
    ['nothing', Buffer.alloc(0), 'empty'],
  ])('%s is not kept', async (_, bytes, refused) => {
    expect((await sniff(bytes)).refused).toBe(refused)
  })
})
