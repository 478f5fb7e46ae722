using static Todoku.Knowledge.Tests.TestKnowledge;

namespace Todoku.Knowledge.Tests.Sources;

public sealed class OverlayTests
{
    private static readonly KnowledgeBase Ours = Of(
        Provider("big", "relay_hosts = [\"big.example\"]", Rule("no", "policy", "codes = [550]\nall = [\"no way\"]") + Rule("old", "policy", "all = [\"old words\"]")),
        ("rules/10-general.toml", Rule("words", "remote-error", "all = [\"general words\"]")),
        ("rules/90.toml", Rule("5.7.1", "policy", "enhanced = [\"5.7.1\"]")));

    [Fact]
    public void Replaces_a_file_of_the_same_path()
    {
        using var folder = new TemporaryFolder();
        folder.Write("providers/big.toml", Provider("big", "relay_hosts = [\"other.example\"]", Rule("new", "virus", "all = [\"no way\"]")).Text);
        var laid = Ours.WithOverlay(folder.Path);
        Assert.Equal("big.new", laid.Read("550 no way", "mx.other.example").RuleId);
        Assert.Equal("unknown", laid.Read("550 old words", "mx.other.example").RuleId);
        Assert.Equal("big.example", laid.Identify("mx.big.example"));
        Assert.Equal("big.no", Ours.Read("550 no way", "mx.big.example").RuleId);
    }

    [Fact]
    public void Tries_added_rules_with_words_before_all_of_ours()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rules/mine.toml", Rule("mine", "virus", "all = [\"no way\"]") + Rule("weak", "spam-content", "enhanced = [\"5.7.1\"]"));
        var laid = Ours.WithOverlay(folder.Path);
        Assert.Equal("mine.mine", laid.Read("550 no way", "mx.big.example").RuleId);
        Assert.Equal("status.weak", laid.Read("550 5.7.1 silence").RuleId);
        Assert.Equal("general.words", laid.Read("550 5.7.1 general words").RuleId); // a status alone never goes before words
    }

    [Fact]
    public void Can_be_laid_over_an_overlay_and_over_our_own()
    {
        using var first = new TemporaryFolder();
        first.Write("rules/first.toml", Rule("first", "virus", "all = [\"hello\"]"));
        using var second = new TemporaryFolder();
        second.Write("rules/second.toml", Rule("second", "spam-content", "all = [\"hello\"]"));
        var laid = Embedded.WithOverlay(first.Path).WithOverlay(second.Path);
        Assert.Equal("second.second", laid.Read("550 hello").RuleId);
        Assert.Equal(Embedded.Providers.Count, laid.Providers.Count);
    }

    [Fact]
    public void Names_the_users_file_in_errors()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rules/mine.toml", Rule("a", "ip-reputaton", "all = [\"word\"]"));
        var e = Assert.Throws<KnowledgeException>(() => Ours.WithOverlay(folder.Path));
        Assert.Equal(Path.Combine(folder.Path, "rules/mine.toml"), e.File);
        Assert.Equal(3, e.Line);
    }
}
