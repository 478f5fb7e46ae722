using System.Text;
using CsCheck;
using Todoku.Knowledge.Compilation;
using static Todoku.Knowledge.Tests.TestKnowledge;

namespace Todoku.Knowledge.Tests.Matching;

public sealed class AutomatonTests
{
    // Few letters make many overlaps, which is what goes wrong in automata.
    private static readonly Gen<string> Word = Gen.Char["abc é"].Array[3, 7].Select(letters => new string(letters).Trim()).Where(word => Encoding.UTF8.GetByteCount(word) >= 3 && !word.Contains("  "));

    [Fact]
    public void Finds_exactly_what_a_plain_search_finds() =>
        Gen.Select(Word.Array[1, 12], Gen.Char["abc éx"].Array[0, 60]).Sample((words, letters) =>
        {
            var distinct = words.Distinct().ToArray();
            var knowledge = Of(("rules/a.toml", string.Concat(distinct.Select((word, i) => Rule($"r{i}", "policy", $"all = [\"{word}\"]")))));
            var text = string.Join(' ', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            var expected = Array.FindIndex(distinct, word => text.Contains(word, StringComparison.Ordinal));
            return knowledge.Read($"550 {text}").RuleId == (expected < 0 ? "unknown" : $"a.r{expected}");
        }, iter: 300);

    [Fact]
    public void Stays_small() // The tables of 4,000 words of 20 bytes must not grow to a row for each state.
    {
        var trie = new LiteralTrie();
        var random = new Random(7);
        for (var i = 0; i < 4000; i++) trie.Add(string.Concat(Enumerable.Range(0, 20).Select(_ => (char)('a' + random.Next(26)))));
        trie.Build();
        var image = new ImageBuilder();
        new AutomatonBuilder(trie).Write(image);
        Assert.InRange(image.SectionLength(Knowledge.Images.ImageSection.Transitions), 1, trie.States.Count * 8 * 2);
    }
}
