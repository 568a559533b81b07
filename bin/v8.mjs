// V8 lets old objects gather until there are as many again as are alive, and half as many more: a desk that keeps 70 MB alive holds 170 MB. Collected at
// two fifths more it holds 105 MB. The other half of it, room for young objects, can only be said to Node as it starts: --max-semi-space-size=8 in
// package.json, the Dockerfile and compose.yaml. What both cost in CPU could not be told from noise (bench/README.md).
// A desk is wide and seldom hot: most of what answers a message runs a few times a second, and would stay with V8's interpreter for minutes. Compiled plainly
// as it is first called, a message costs 4 to 11 % less.
import { setFlagsFromString } from 'node:v8'

export function tuneV8() {
  setFlagsFromString('--heap-growing-percent=40')
  setFlagsFromString('--always-sparkplug')
}
