/**
 * Local emulator of Lumnis AI, LVNG and LUML on one loopback port.
 *
 * @since 0.1.0
 */
export type { PlatformName } from "./Contract.js"
export { Emulator, EmulatorError, type Service } from "./Emulator.js"
export type { Fault, FaultMatch, FaultRule, UploadFault } from "./Faults.js"
export type { ApiKey, LumlOptions, OrbitRole, OrganizationRole } from "./Platform.js"
export { type EmulatorOptions, type RunningEmulator, startEmulator } from "./promise.js"
export type { RecordedBody, RecordedPart, RecordedRequest } from "./Recorder.js"
export type { Script, ScriptRule, Step } from "./Scripts.js"
export type { StorageReport } from "./storage/Objects.js"
