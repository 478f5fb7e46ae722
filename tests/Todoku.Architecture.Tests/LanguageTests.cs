using System.Text.RegularExpressions;

namespace Todoku.Architecture.Tests;

/// <summary>Everything a person reads exists in English and in Japanese.</summary>
public sealed partial class LanguageTests
{
    [Fact]
    public void Every_topic_of_texts_has_both_languages()
    {
        foreach (var path in SourceTree.Code("src").Where(path => path.Contains("/Texts/", StringComparison.Ordinal) && IsTopic().IsMatch(SourceTree.Read(path))))
        {
            var (folder, topic) = (Path.GetDirectoryName(path) ?? "", Path.GetFileName(path));
            Assert.True(File.Exists(Path.Combine(SourceTree.Root, folder, $"English{topic}")), $"{path} has no English texts");
            Assert.True(File.Exists(Path.Combine(SourceTree.Root, folder, $"Japanese{topic}")), $"{path} has no Japanese texts");
        }
    }

    [Theory]
    [InlineData("knowledge/causes")]
    [InlineData("knowledge/situations")]
    [InlineData("knowledge/articles")]
    public void Every_article_has_both_languages(string folder)
    {
        foreach (var path in SourceTree.Files(folder).Where(path => path.EndsWith(".toml", StringComparison.Ordinal)))
        {
            var text = SourceTree.Read(path);
            Assert.Equal(EnglishTable().Count(text), JapaneseTable().Count(text));
        }
    }

    [Fact]
    public void Every_step_has_both_languages()
    {
        foreach (var path in SourceTree.Files("knowledge/steps"))
        {
            var text = SourceTree.Read(path);
            var steps = Step().Count(text);
            Assert.Equal((path, steps, steps), (path, EnglishTable().Count(text), JapaneseTable().Count(text)));
        }
    }

    [Fact]
    public void Japanese_texts_are_in_Japanese()
    {
        foreach (var path in SourceTree.Code("src").Where(path => Path.GetFileName(path).StartsWith("Japanese", StringComparison.Ordinal)))
            Assert.True(Kana().IsMatch(SourceTree.Read(path)), path);
    }

    [GeneratedRegex(@"abstract class \w+(Texts|Names)\b")]
    private static partial Regex IsTopic();

    [GeneratedRegex(@"^\[.*\ben\]", RegexOptions.Multiline)]
    private static partial Regex EnglishTable();

    [GeneratedRegex(@"^\[.*\bja\]", RegexOptions.Multiline)]
    private static partial Regex JapaneseTable();

    [GeneratedRegex(@"^\[\[step\]\]", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(@"[\u3041-\u3096]")]
    private static partial Regex Kana();
}
