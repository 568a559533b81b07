import { Door } from './door.tsx'
import { start } from './ui/start.tsx'

start(<Door />)
