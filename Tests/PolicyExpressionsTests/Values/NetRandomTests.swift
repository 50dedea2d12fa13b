import Testing

@testable import PolicyExpressions

/// The sequences that .NET gives for a seed.
@Suite struct NetRandomTests {
    @Test(arguments: [(42, 1_434_747_710), (0, 1_559_595_546), (1, 534_011_718), (-1, 534_011_718)] as [(Int32, Int32)])
    func firstNumberOfASeed(seed: Int32, expected: Int32) {
        #expect(NetRandom(seed: seed).sample() == expected)
    }

    @Test(arguments: [0, 1, -1, .min, .max, 161_803_398] as [Int32])
    func numbersStayInTheirRange(seed: Int32) {
        let random = NetRandom(seed: seed)
        for _ in 0..<1000 {
            #expect((0..<Int32.max).contains(random.sample()))
            #expect((0..<1).contains(random.fraction()))
            #expect((-5..<7).contains(random.number(from: -5, below: 7)))
            #expect(random.number(from: .min, below: .max) < .max)
        }
    }
}
