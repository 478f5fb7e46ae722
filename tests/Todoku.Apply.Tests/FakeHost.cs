using Todoku.Apply.Hosts;

namespace Todoku.Apply.Tests;

/// <summary>A host in memory. Programs answer by rules; a Postfix tells the settings that are really in its main.cf.</summary>
internal sealed class FakeHost : IApplyHost
{
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, UnixFileMode> Modes { get; } = [];

    public List<string> Ran { get; } = [];

    /// <summary>What a command line does instead; null: what it does anyway.</summary>
    public Func<string, CommandResult?> Rule { get; set; } = _ => null;

    /// <summary>Files that can't be written.</summary>
    public HashSet<string> ReadOnly { get; } = [];

    public bool HasPostfix { get; set; } = true;

    public bool IsRunning { get; set; } = true;

    /// <summary>Settings of Postfix that main.cf does not have.</summary>
    public Dictionary<string, string> Defaults { get; } = new()
    {
        ["config_directory"] = "/etc/postfix",
        ["default_database_type"] = "hash",
        ["myhostname"] = "web1.hosting.example",
        ["smtp_helo_name"] = "$myhostname",
        ["inet_protocols"] = "all",
        ["sender_canonical_classes"] = "envelope_sender, header_sender",
    };

    public string? Read(string path) => Files.GetValueOrDefault(path);

    public void Write(string path, string text, UnixFileMode modeWhenNew)
    {
        if (ReadOnly.Contains(path)) throw new UnauthorizedAccessException($"Access to the path '{path}' is denied.");
        if (!Files.ContainsKey(path)) Modes[path] = modeWhenNew;
        Files[path] = text;
    }

    public void MakePrivateFolder(string path)
    {
    }

    public bool IsLocked { get; set; }

    public IDisposable? TryLock(string path) => IsLocked ? null : new MemoryStream();

    public void Delete(string path) => Files.Remove(path);

    public IReadOnlyList<string> FilesIn(string folder, string ending) =>
        [.. Files.Keys.Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal) && !path[(folder.Length + 1)..].Contains('/', StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> FoldersIn(string folder) =>
        [.. Files.Keys.Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal)).Select(path => path[(folder.Length + 1)..].Split('/')).Where(parts => parts.Length > 1).Select(parts => $"{folder}/{parts[0]}").Distinct().Order(StringComparer.Ordinal)];

    public Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var line = string.Join(' ', [program, .. arguments]);
        Ran.Add(line);
        return Task.FromResult(Rule(line) ?? Answer(program, arguments));
    }

    private CommandResult Answer(string program, IReadOnlyList<string> arguments)
    {
        var folder = arguments is ["-c", var given, ..] ? given : "/etc/postfix";
        return (program, arguments) switch
        {
            (not ("postconf" or "postfix" or "postmap"), _) => new CommandResult(CommandResult.NotRun, "", "not found"),
            _ when !HasPostfix => new CommandResult(CommandResult.NotRun, "", "not found"),
            ("postmap", [.., var table]) => Postmap(table),
            ("postfix", [.., "status"]) => new CommandResult(IsRunning ? 0 : 1, "", ""),
            ("postconf", [.., "-P"]) => new CommandResult(0, "", ""),
            ("postconf", [.., "-h", var name]) => new CommandResult(0, Settings(folder).GetValueOrDefault(name, "") + "\n", ""),
            ("postconf", _) => new CommandResult(0, string.Concat(Settings(folder).Select(pair => $"{pair.Key} = {pair.Value}\n")), ""),
            _ => new CommandResult(0, "", ""),
        };
    }

    private CommandResult Postmap(string table)
    {
        var path = table.Split(':', 2)[1];
        Files[$"{path}.db"] = $"built of {Files[path]}";
        return new CommandResult(0, "", "");
    }

    // Line by line as postconf(5) has it, without use of what is tested.
    private Dictionary<string, string> Settings(string folder)
    {
        var settings = new Dictionary<string, string>(Defaults);
        var name = "";
        foreach (var line in Files.GetValueOrDefault($"{folder}/main.cf", "").Split('\n'))
        {
            if (line.Trim().Length == 0 || line.TrimStart().StartsWith('#')) continue;
            if (char.IsWhiteSpace(line[0])) settings[name] += $" {line.Trim()}";
            else settings[name = line.Split('=')[0].Trim()] = line.Split('=', 2)[1].Trim();
        }
        return settings;
    }
}
