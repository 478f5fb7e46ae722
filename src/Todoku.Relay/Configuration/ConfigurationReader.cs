using System.Text;
using Todoku.Knowledge;
using Todoku.Knowledge.Toml;
using Todoku.Mail;
using Todoku.Relay.Configuration.Reading;
using Todoku.Relay.Configuration.Texts;

namespace Todoku.Relay.Configuration;

/// <summary>Reads the configuration file: all of it, with every error in one go.</summary>
public static class ConfigurationReader
{
    /// <summary>The largest file that is read.</summary>
    private const long MaxSize = 4 << 20;

    /// <summary>Reads a file, and looks at the files that it names.</summary>
    /// <param name="path">The file.</param>
    /// <param name="language">The language for errors.</param>
    /// <param name="checksFiles">Whether the files that it names are looked at; passwords in files are then not there.</param>
    public static ConfigurationOutcome Read(string path, Language language, bool checksFiles = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var texts = ConfigurationTexts.Of(language);
        try
        {
            if (!File.Exists(path)) return Whole(path, texts.NoConfiguration);
            if (new FileInfo(path).Length > MaxSize) return Whole(path, texts.ConfigurationTooLarge);
            return Parse(path, File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)), language, checksFiles);
        }
        catch (DecoderFallbackException)
        {
            return Whole(path, texts.NotUtf8);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Whole(path, texts.UnreadableConfiguration(error.Message));
        }
    }

    /// <summary>Reads a text as if it stood in a file.</summary>
    public static ConfigurationOutcome Parse(string path, string text, Language language, bool checksFiles = true)
    {
        var texts = ConfigurationTexts.Of(language);
        var context = new FileContext(path, texts, checksFiles);
        var syntax = new List<SourceProblem>();
        if (TomlSource.Parse(text, path, syntax) is not { } tree)
            return new ConfigurationOutcome.Invalid([.. syntax.DistinctBy(problem => problem.Line).Select(problem => new ConfigurationProblem(path, problem.Line, texts.NotToml(problem.Message)))]);
        var configuration = ReadAll(new ConfigurationTable(context, tree, texts.Root));
        return context.Problems.Count == 0
            ? new ConfigurationOutcome.Valid(configuration)
            : new ConfigurationOutcome.Invalid([.. context.Problems.Distinct().OrderBy(problem => problem.Line)]);
    }

    private static RelayConfiguration ReadAll(ConfigurationTable root)
    {
        var relay = root.Child("relay");
        const string exampleName = "\"mail.example.com\"";
        var hostName = relay.Domain("host-name", example: exampleName) ?? DomainName.Parse("localhost");
        if (!relay.Has("host-name")) relay.FailMissing("host-name", exampleName);
        var data = relay.FilePath("data") ?? "/var/lib/todoku";
        var users = relay.FilePath("users");
        var common = ListenReader.ReadCommon(root.Child("tls"));
        var bounces = PolicyReader.ReadBounces(root, data);
        var paths = PathReader.Read(root, hostName);
        IReadOnlyList<string> names = [.. paths.Select(path => path.Name).Distinct()];
        var configuration = new RelayConfiguration
        {
            File = root.Context.File,
            HostName = hostName,
            DataFolder = data,
            Postmaster = relay.Mailbox("postmaster") ?? $"postmaster@{hostName}",
            User = relay.Text("user"),
            Language = relay.Word("language", Language.English, ("en", Language.English), ("ja", Language.Japanese)),
            AllowsLoopbackServers = relay.Switch("loopback-servers", false),
            Resolvers = relay.EndPoints("resolvers", 53) is { Count: > 0 } resolvers ? resolvers : null,
            UsersFile = users,
            Listeners = ListenReader.Read(root, common, users),
            Limits = LimitsReader.Read(root.Child("limits")),
            Queue = LimitsReader.ReadQueue(root.Child("queue")),
            Http = DoorReader.ReadHttp(root),
            Sendmail = DoorReader.ReadSendmail(root),
            ReturnPaths = PolicyReader.ReadReturnPaths(root, bounces is not null),
            Signing = PolicyReader.ReadSigning(root),
            Paths = paths,
            Ladders = LadderReader.Read(root, names),
            Shaping = LadderReader.ReadLimits(root, names),
            WarmUps = LadderReader.ReadWarmUps(root, names),
            Delivery = DoorReader.ReadDelivery(root.Child("delivery")),
            Bounces = bounces,
            Log = DoorReader.ReadLog(root.Child("log")),
            Metrics = DoorReader.ReadMetrics(root),
            ControlSocket = DoorReader.ReadControl(root.Child("control"), data),
        };
        if (users is not null) FileChecks.SecretFile(relay, "users", users, "todoku relay passwd USER");
        relay.Finish();
        root.Finish();
        return configuration;
    }

    private static ConfigurationOutcome.Invalid Whole(string path, string message) => new([new ConfigurationProblem(path, 0, message)]);
}
