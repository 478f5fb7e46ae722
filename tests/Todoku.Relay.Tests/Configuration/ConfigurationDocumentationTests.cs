using System.Runtime.CompilerServices;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;

namespace Todoku.Relay.Tests.Configuration;

/// <summary>docs/relay.md names every key that the reader takes.</summary>
public sealed class ConfigurationDocumentationTests
{
    // A table without a place in the file's other tables can't be asked for its keys unless something in it is wrong: "zz" is.
    private const string Tables = """
        zz = 1
        [relay]
        zz = 1
        [tls]
        zz = 1
        [limits]
        zz = 1
        [queue]
        zz = 1
        [http]
        zz = 1
        [sendmail]
        zz = 1
        [delivery]
        zz = 1
        [bounces]
        zz = 1
        [log]
        zz = 1
        [metrics]
        zz = 1
        [control]
        zz = 1
        [[listen]]
        zz = 1
        [[return-path]]
        action = "author-domain"
        zz = 1
        [[sign]]
        zz = 1
        [[path]]
        kind = "direct"
        zz = 1
        [[path]]
        kind = "smart-host"
        zz = 1
        [[path]]
        kind = "maildir"
        zz = 1
        [[ladder]]
        zz = 1
        [[limit]]
        zz = 1
        [[warm-up]]
        zz = 1
        """;

    [Fact]
    public void Every_key_is_in_the_reference()
    {
        var documentation = File.ReadAllText(Path.Combine(Root(), "docs", "relay.md"));
        var invalid = Assert.IsType<ConfigurationOutcome.Invalid>(ConfigurationReader.Parse("relay.toml", Tables, Language.English, checksFiles: false));
        const string listing = "takes no 'zz': it takes ";
        var lists = invalid.Problems.Select(problem => problem.Message).Where(message => message.Contains(listing, StringComparison.Ordinal)).ToArray();
        var keys = lists.SelectMany(message => message[(message.IndexOf(listing, StringComparison.Ordinal) + listing.Length)..].Split(", ")).Distinct().ToArray();

        Assert.Equal(21, lists.Length);
        var missing = keys.Where(key => !documentation.Contains($"`{key}`", StringComparison.Ordinal) && !documentation.Contains($"] {key}`", StringComparison.Ordinal)
            && !documentation.Contains($"[{key}]", StringComparison.Ordinal));
        Assert.Equal("", string.Join(", ", missing));
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Todoku.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("no folder above this test holds Todoku.slnx");
    }
}
