using Todoku.Knowledge.Words;

namespace Todoku.Knowledge.Tests.Words;

/// <summary>Lists of words, from the file to the program.</summary>
public sealed class WordListTests
{
    [Fact]
    public void Every_list_that_the_program_asks_for_is_there() =>
        Assert.DoesNotContain(WordListNames.All, name => TestKnowledge.Embedded.WordList(name).Count == 0);

    [Fact]
    public void Words_are_in_lower_case_and_once()
    {
        var knowledge = TestKnowledge.Of(("words.toml", string.Concat(WordListNames.All.Select(name =>
            $"[words.{name}]\nwords = [\"One\", \"one\", \"two\"]\nsource = \"https://example.net/\"\ndate = \"2026-11\"\n"))));

        Assert.Equal(["one", "two"], knowledge.WordList(WordListNames.LinkShorteners).Order());
    }

    [Fact]
    public void Without_the_file_a_list_is_empty() => Assert.Empty(TestKnowledge.Of(("rules/a.toml", "")).WordList(WordListNames.LinkShorteners));
}
