using Todoku.Apply.Changes;
using Todoku.Apply.Files;
using Todoku.Apply.Hosts;

namespace Todoku.Apply.Postfix;

/// <summary>Gathers what one change does to the files of a Postfix instance.</summary>
internal sealed class PostfixEdit(IApplyHost host, PostfixInstance postfix)
{
    private readonly Dictionary<string, FileEdit> _tables = [];
    private readonly List<TableBuild> _builds = [];
    private readonly List<ChangeNote> _notes = [];
    private readonly List<HostCommand> _expected = [];
    private readonly string _main = host.Read(postfix.MainCfPath) ?? throw new FileNotFoundException($"{postfix.MainCfPath} does not exist");
    private string? _newMain;
    private FileEdit? _master;

    /// <summary>Sets a parameter of main.cf, unless it is so already.</summary>
    public void Set(string name, string value)
    {
        if (postfix[name] == value) return;
        _newMain = MainCf.Set(_newMain ?? _main, name, value);
        _expected.Add(new HostCommand("postconf", ["-c", postfix.Folder, "-h", name]) { Expects = value });
    }

    /// <summary>
    /// Sets a key of the first table of text that a parameter names. Where it names none, a new table of Postfix's usual type is asked first.
    /// </summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="file">Name of a new table in the folder of the configuration.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isSecret">Whether the values are passwords: a new table is then readable for root alone.</param>
    /// <param name="isKept">Whether a value that the key has stays.</param>
    public void SetInTable(string parameter, string file, string key, string value, bool isSecret, bool isKept = false)
    {
        var list = postfix[parameter];
        var (type, path) = FirstTable(list) ?? (postfix["default_database_type"] is { Length: > 0 } usual && LookupTable.IsMadeOfText(usual) ? usual : "hash", $"{postfix.Folder}/{file}");
        if (FirstTable(list) is null) Set(parameter, list.Length == 0 ? $"{type}:{path}" : $"{type}:{path}, {list}");
        if (!_tables.TryGetValue(path, out var table))
        {
            var text = host.Read(path);
            table = new FileEdit(path, text, text ?? "") { IsSecret = isSecret };
            if (isSecret) table = table with { Mode = FileEdit.Private };
            if (type != "texthash") _builds.Add(new TableBuild(postfix.Folder, type, path, LookupTable.BuiltFiles(type, path)));
        }
        if (!isKept || !LookupTable.Has(table.After ?? "", key)) _tables[path] = table with { After = LookupTable.Set(table.After ?? "", key, Octets.FromReadable(value)) };
    }

    /// <summary>Sets an option of services of master.cf.</summary>
    /// <returns>False when there is none of them.</returns>
    public bool SetInServices(IReadOnlyList<string> services, string name, string value)
    {
        var text = host.Read(postfix.MasterCfPath) ?? throw new FileNotFoundException($"{postfix.MasterCfPath} does not exist");
        var changed = services.Aggregate(text, (now, service) => MasterCf.SetOption(now, service, "unix", name, value));
        _master = new FileEdit(postfix.MasterCfPath, text, changed);
        return changed != text || changed.Contains($"-o {name}={value}", StringComparison.Ordinal);
    }

    /// <summary>Notes something.</summary>
    public void Note(ChangeNoteKind kind, string detail) => _notes.Add(new ChangeNote(kind, detail));

    /// <summary>Notes services of master.cf that have one of these for themselves.</summary>
    public void NoteServices(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            foreach (var setting in postfix.ServiceSettings)
                if (setting.EndsWith($"/{name}", StringComparison.Ordinal)) Note(ChangeNoteKind.ServiceHasItsOwn, setting);
    }

    /// <summary>The change.</summary>
    public Proposal Build(ChangeKind kind, string subject)
    {
        List<FileEdit> files = [.. _tables.Values];
        if (_newMain is not null) files.Add(new FileEdit(postfix.MainCfPath, _main, _newMain));
        if (_master is not null) files.Add(_master);
        files.RemoveAll(file => !file.IsChange);
        if (files.Count == 0) return new Proposal.AlreadySo();
        if (!postfix.IsRunning) Note(ChangeNoteKind.NotRunning, "Postfix");
        return new Proposal.Ready(new Change(kind, subject)
        {
            Files = files,
            Builds = [.. _builds.Where(build => files.Exists(file => file.Path == build.Path))],
            Checks = [new HostCommand("postfix", ["-c", postfix.Folder, "check"]), .. _expected],
            Activations = [new HostCommand("postfix", ["-c", postfix.Folder, "reload"]) { OnlyIf = new HostCommand("postfix", ["-c", postfix.Folder, "status"]) }],
            Notes = _notes,
        });
    }

    private (string Type, string Path)? FirstTable(string list)
    {
        foreach (var word in list.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = word.StartsWith("proxy:", StringComparison.Ordinal) ? word["proxy:".Length..] : word;
            if (name.Split(':', 2) is not [var type, var path] || !LookupTable.IsMadeOfText(type)) continue;
            path = path.Replace("${config_directory}", postfix.Folder, StringComparison.Ordinal).Replace("$config_directory", postfix.Folder, StringComparison.Ordinal);
            if (path.StartsWith('/') && !path.Contains('$', StringComparison.Ordinal)) return (type, path);
        }
        return null;
    }
}
