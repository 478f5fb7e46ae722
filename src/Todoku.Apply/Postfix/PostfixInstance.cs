using Todoku.Apply.Hosts;

namespace Todoku.Apply.Postfix;

/// <summary>One Postfix instance: its folder and its settings as postconf(1) tells them, which is as they are in force (defaults, and the last of several lines).</summary>
public sealed class PostfixInstance
{
    private readonly Dictionary<string, string> _settings;

    private PostfixInstance(string folder, Dictionary<string, string> settings, IReadOnlyList<string> serviceSettings, bool isRunning)
    {
        Folder = folder;
        _settings = settings;
        ServiceSettings = serviceSettings;
        IsRunning = isRunning;
    }

    /// <summary>The folder of main.cf and master.cf.</summary>
    public string Folder { get; }

    /// <summary>main.cf.</summary>
    public string MainCfPath => $"{Folder}/main.cf";

    /// <summary>master.cf.</summary>
    public string MasterCfPath => $"{Folder}/master.cf";

    /// <summary>Settings that services of master.cf have for themselves: <c>smtp/unix/smtp_helo_name</c>.</summary>
    public IReadOnlyList<string> ServiceSettings { get; }

    /// <summary>Whether it runs.</summary>
    public bool IsRunning { get; }

    /// <summary>A setting, its references unresolved; empty when Postfix does not know it.</summary>
    public string this[string name] => _settings.GetValueOrDefault(name, "");

    /// <summary>Finds the instance.</summary>
    /// <param name="host">The host.</param>
    /// <param name="folder">Its folder; null: the only one there is.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public static async Task<PostfixFinding> FindAsync(IApplyHost host, string? folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(host);
        var all = await host.RunAsync("postconf", folder is null ? [] : ["-c", folder], cancellationToken);
        if (all.Status == CommandResult.NotRun) return new PostfixFinding.NotThere();
        var settings = Read(all.Output);
        if (!all.IsFine || settings.Count == 0) return new PostfixFinding.Unreadable(all.Complaint);
        if (folder is null && Others(settings) is { Count: > 0 } others) return new PostfixFinding.Several([settings["config_directory"], .. others]);
        var place = (folder ?? settings["config_directory"]).TrimEnd('/');
        var services = await host.RunAsync("postconf", ["-c", place, "-P"], cancellationToken);
        var status = await host.RunAsync("postfix", ["-c", place, "status"], cancellationToken);
        return new PostfixFinding.Found(new PostfixInstance(place, settings, services.IsFine ? [.. Read(services.Output).Keys.Order(StringComparer.Ordinal)] : [], status.IsFine));
    }

    // "postfix" works on all of these; which one a website's mail goes by, nobody but the administrator knows.
    private static List<string> Others(Dictionary<string, string> settings) =>
        [.. settings.GetValueOrDefault("multi_instance_directories", "").Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries)];

    private static Dictionary<string, string> Read(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
            if (line.IndexOf(" =", StringComparison.Ordinal) is > 0 and var at) settings[line[..at].Trim()] = line[(at + 2)..].Trim();
        return settings;
    }
}
