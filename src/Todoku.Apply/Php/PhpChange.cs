using Todoku.Apply.Changes;
using Todoku.Apply.Files;
using Todoku.Apply.Hosts;

namespace Todoku.Apply.Php;

/// <summary>
/// Sets sendmail_path where it is really read: in the file that sets it last, else in php.ini, for every kind of PHP that is there. A pool of php-fpm that has its own is
/// one site's, and stays unless it is named: with a sender for all, its mail would come back to the wrong people.
/// </summary>
internal sealed class PhpChange(IApplyHost host)
{
    private const string Directive = "sendmail_path";
    private const string Section = "mail function";
    private static readonly string[] PoolDirectives = [$"php_admin_value[{Directive}]", $"php_value[{Directive}]"];

    /// <summary>Makes the change.</summary>
    public async Task<Proposal> PlanAsync(ChangeRequest.PhpSendmail request, CancellationToken ct)
    {
        var trees = PhpTrees.On(host);
        if (trees.Count == 0) return new Proposal.Impossible(Obstacle.NoPhp, "");
        // -i: a line with a single dot does not end the message.
        var value = $"{request.Program} -t -i{(request.Sender is { } sender ? $" -f {sender}" : "")}";
        var touched = new List<(PhpTree Tree, FileEdit Edit)>();
        var notes = new List<ChangeNote>();
        foreach (var tree in trees)
        {
            if (request.Pool is { } pool) touched.AddRange(PoolEdits(tree, pool, value).Select(edit => (tree, edit)));
            else
            {
                touched.Add((tree, IniEdit(tree, value)));
                notes.AddRange(PoolsOf(tree).Where(file => PoolDirectives.Any(name => IniFile.Get(host.Read(file) ?? "", name) is not null)).Select(file => new ChangeNote(ChangeNoteKind.PoolHasItsOwn, file)));
            }
        }
        if (request.Pool is not null && touched.Count == 0) return new Proposal.Impossible(Obstacle.NoPool, request.Pool);
        touched.RemoveAll(one => !one.Edit.IsChange);
        if (touched.Count == 0) return new Proposal.AlreadySo();
        return new Proposal.Ready(await ChangeOfAsync(request, value, touched, notes, ct));
    }

    private async Task<Change> ChangeOfAsync(ChangeRequest.PhpSendmail request, string value, List<(PhpTree Tree, FileEdit Edit)> touched, List<ChangeNote> notes, CancellationToken ct)
    {
        var checks = new List<HostCommand>();
        var activations = new List<HostCommand>();
        foreach (var tree in touched.Select(one => one.Tree).Distinct())
        {
            if (tree.Tester is { } tester && (await host.RunAsync(tester, ["-t"], ct)).IsFine) checks.Add(new HostCommand(tester, ["-t"]));
            if (tree.Service is not { } service) continue;
            var isActive = new HostCommand("systemctl", ["is-active", "--quiet", service]);
            if ((await isActive.RunAsync(host, ct)).IsFine) activations.Add(new HostCommand("systemctl", ["reload", service]) { OnlyIf = isActive });
            else notes.Add(new ChangeNote(ChangeNoteKind.RestartByHand, service));
        }
        return new Change(ChangeKind.PhpSendmail, value) { Files = [.. touched.Select(one => one.Edit)], Checks = checks, Activations = activations, Notes = notes };
    }

    private FileEdit IniEdit(PhpTree tree, string value)
    {
        // Read in this order, the last one wins.
        string[] files = [tree.Ini, .. host.FilesIn(tree.Extra, ".ini")];
        var deciding = files.LastOrDefault(file => host.Read(file) is { } text && IniFile.Get(text, Directive) is not null) ?? tree.Ini;
        var before = host.Read(deciding);
        if (before is not null && IniFile.Get(before, Directive) == value) return new FileEdit(deciding, before, before);
        return new FileEdit(deciding, before, IniFile.Set(before ?? "", Section, Directive, value));
    }

    private IEnumerable<FileEdit> PoolEdits(PhpTree tree, string pool, string value)
    {
        foreach (var file in PoolsOf(tree))
        {
            if (host.Read(file) is not { } before || !IniFile.HasSection(before, pool)) continue;
            var name = PoolDirectives.FirstOrDefault(name => IniFile.Get(before, name, pool) is not null) ?? PoolDirectives[0];
            yield return new FileEdit(file, before, IniFile.Get(before, name, pool) == value ? before : IniFile.Set(before, pool, name, value, isOfSection: true));
        }
    }

    private IReadOnlyList<string> PoolsOf(PhpTree tree) => tree.Pools is { } folder ? host.FilesIn(folder, ".conf") : [];
}
