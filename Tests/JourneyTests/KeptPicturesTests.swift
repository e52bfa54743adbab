import Foundation
import JSON
import Testing

@Suite struct `Pictures that are kept` {
    @Test func `stand in a folder by their hash, each once, and in the journal`() throws {
        try Journey.begin { journey throws in
            let command = ["export"] + Journey.style + ["--keep-images", "pictures"]
            let first = try journey.run(command)
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.errors.contains("could not be kept, such as"))
            let log = try journey.run("log", "--kind", "PictureKept", "--json").output
            let kept = try log.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
            let contents = Set(kept.compactMap { $0["body"]["content"].string })
            #expect(contents.count == 28)
            let paths = try FileManager.default.subpathsOfDirectory(
                atPath: journey.path("pictures"))
            let files = paths.filter { $0.contains("/") }
            #expect(Set(files.map { $0.replacing("/", with: "") }) == contents)
            for event in kept {
                let content = try #require(event["body"]["content"].string)
                let file = "pictures/\(content.prefix(2))/\(content.dropFirst(2))"
                let size = try FileManager.default.attributesOfItem(
                    atPath: journey.path(file))[.size]
                #expect(size as? Int == event["body"]["bytes"].int)
            }

            // They count among the run's requests.
            let finished = try JSONValue(
                parsing: journey.run("log", "--kind", "RunFinished", "--json").output)
            let counted = try #require(finished["body"]["requests"]["amazon"].int)
            #expect(counted > (try journey.control.requests().count("getPicture")))

            // Nothing is fetched again but what could not be.
            let pictures = try journey.control.requests().count("getPicture")
            #expect(try journey.run(command).status == 0)
            let failed = pictures - kept.count
            #expect(try journey.control.requests().count("getPicture") == pictures + failed)
            #expect(
                try journey.run("log", "--kind", "PictureKept", "--json").output == log)

            // A file that is lost is fetched anew, and is no news.
            try FileManager.default.removeItem(atPath: journey.path("pictures/\(files[0])"))
            #expect(try journey.run(command).status == 0)
            #expect(journey.exists("pictures/\(files[0])"))
            try journey.expectValidJournal()
        }
    }

    @Test func `are an error where they cannot be written, and nothing is lost`() throws {
        try Journey.begin { journey throws in
            try journey.write("no folder", to: "pictures")
            let outcome = try journey.run(
                ["export"] + Journey.style + ["--keep-images", "pictures"])
            expectRefusal(outcome, 2, ["pictures cannot be written", "a file, not a folder"])
            try journey.expectUntouched()
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            try journey.expectValidJournal()
        }
    }
}
