using Todoku.Knowledge.Toml;
using Todoku.Mail;
using Todoku.Sandbox.Scenarios;

namespace Todoku.Sandbox.Receiving;

/// <summary>The profiles that come with the program: one TOML file each in <c>Profiles/</c>, built into the assembly.</summary>
public static class ProfileBook
{
    private const string Prefix = "profile.";

    private static readonly Dictionary<string, SmtpStage> Stages = new(StringComparer.Ordinal)
    {
        ["greeting"] = SmtpStage.Banner,
        ["mail-from"] = SmtpStage.MailFrom,
        ["rcpt-to"] = SmtpStage.RcptTo,
        ["end-of-data"] = SmtpStage.EndOfData,
    };

    /// <summary>The ids of all profiles.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. typeof(ProfileBook).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>Reads a profile.</summary>
    /// <param name="id">One of <see cref="Ids"/>.</param>
    /// <exception cref="InvalidOperationException">The file is wrong, or there is none.</exception>
    public static Profile Read(string id)
    {
        using var stream = typeof(ProfileBook).Assembly.GetManifestResourceStream(Prefix + id) ?? throw new InvalidOperationException($"There is no profile {id}.");
        using var reader = new StreamReader(stream);
        var context = new ScenarioContext($"{id}.toml", Texts.ScenarioTexts.Of(Knowledge.Language.English));
        var syntax = new List<SourceProblem>();
        var tree = TomlSource.Parse(reader.ReadToEnd(), context.File, syntax);
        var profile = tree is null ? null : Read(id, new ScenarioTable(context, tree, "the profile"));
        if (profile is null || context.Problems.Count > 0) throw new InvalidOperationException(string.Join('\n', syntax.Concat(context.Problems)));
        return profile;
    }

    private static Profile Read(string id, ScenarioTable root)
    {
        var limits = root.Child("limits");
        var profile = new Profile
        {
            Id = id,
            Messages = limits.Number("messages", int.MaxValue, 1, int.MaxValue),
            Window = limits.Duration("window", "\"1h\"") ?? TimeSpan.FromHours(1),
            Greylist = limits.Duration("greylist", "\"5m\"") ?? TimeSpan.FromMinutes(5),
            Size = limits.Number("size", 25 << 20, 1024, 50 << 20),
            Rules = [.. root.Children("rule").Select(Rule)],
        };
        limits.Finish();
        root.Finish();
        return profile;
    }

    private static ProfileRule Rule(ScenarioTable table)
    {
        var stage = table.Word("stage", SmtpStage.EndOfData, Stages, isRequired: true);
        var when = new List<Condition>();
        foreach (var word in table.Texts("when", "\"always\""))
        {
            if (!Conditions.TryParse(word.Value, out var condition, out var since))
                table.Context.Fail(word.Line, table.Context.Texts.UnknownWord("when", word.Value, Spelling.Nearest(word.Value, Conditions.Words), string.Join(", ", Conditions.Words)));
            else if (since > stage) table.Context.Fail(word.Line, $"\"{word.Value}\" is not known yet at this stage");
            else when.Add(condition);
        }
        if (when.Count == 0) table.Context.Fail(table.Line, table.Context.Texts.Missing("[[rule]]", "when", "[\"always\"]"));
        var drops = table.Switch("drops", false);
        var says = table.Text("says", "\"google.no-ptr\"", isRequired: !drops) ?? "";
        var rule = new ProfileRule(stage, when, says, table.Number("sample", 1, 1, 100) - 1);
        table.Finish();
        return rule;
    }
}
