import Dispatch
import Foundation

/// What libFuzzer, which brings the main function, calls; see `tools/fuzz`.
///
///     Fuzz list
///     Fuzz seeds FOLDER            writes a folder of seeds for each target
///     Fuzz TARGET [flags and folders of libFuzzer]
enum FuzzerEntry {
    /// Set once, before any input comes.
    nonisolated(unsafe) static var target = FuzzTarget.all[0]

    static func choose(_ name: String) {
        guard let found = FuzzTarget.all.first(where: { $0.name == name }) else {
            refuse("there is no target \(name)")
        }
        target = found
    }

    static func examine(_ input: [UInt8]) -> String? {
        switch target.examination {
        case .plain(let examine): return examine(input)
        case .asynchronous(let examine):
            let isDone = DispatchSemaphore(value: 0)
            Task {
                _ = await examine(input)
                isDone.signal()
            }
            // The main thread is none of those that tasks run on.
            isDone.wait()
            return nil
        }
    }

    static func writeSeeds(to folder: String) {
        for target in FuzzTarget.all {
            let place = URL(fileURLWithPath: folder).appendingPathComponent(target.name)
            do {
                try FileManager.default.createDirectory(
                    at: place, withIntermediateDirectories: true)
                for (index, seed) in target.seeds().enumerated() {
                    try Data(seed).write(to: place.appendingPathComponent("seed-\(index)"))
                }
            } catch {
                refuse("\(error)")
            }
        }
    }

    static func refuse(_ why: String) -> Never {
        FileHandle.standardError.write(Data("\(why)\n".utf8))
        exit(2)
    }
}

typealias CArguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// Takes the name of the target out of the arguments, or libFuzzer would read it as a folder.
@_cdecl("LLVMFuzzerInitialize")
func initializeFuzzer(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<CArguments>
) -> CInt {
    let words = CommandLine.arguments
    guard words.count > 1 else { FuzzerEntry.refuse("name a target, or list") }
    switch words[1] {
    case "list":
        for target in FuzzTarget.all { print(target.name) }
        exit(0)
    case "seeds" where words.count == 3:
        FuzzerEntry.writeSeeds(to: words[2])
        exit(0)
    default: FuzzerEntry.choose(words[1])
    }
    arguments.pointee[1] = arguments.pointee[0]
    arguments.pointee += 1
    count.pointee -= 1
    return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
func examineForFuzzer(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    // Ends the process: that is what libFuzzer takes for a finding.
    if let complaint = FuzzerEntry.examine(input) { fatalError(complaint) }
    return 0
}
