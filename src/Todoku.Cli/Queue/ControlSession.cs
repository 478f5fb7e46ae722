using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Spf;
using Todoku.Cli.Commands;
using Todoku.Cli.Relay;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Dns.Zones;
using Todoku.Knowledge;
using Todoku.Relay.Bounces.Suppression;
using Todoku.Relay.Configuration;
using Todoku.Relay.Operating;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Routing.Paths;
using Todoku.Storage.Sqlite;
using Todoku.Web.Control;

namespace Todoku.Cli.Queue;

/// <summary>
/// The relay that is asked: the one that runs, by its socket; when none does, its files, which are then locked until this ends, so that no relay begins
/// meanwhile.
/// </summary>
internal sealed class ControlSession : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _files = [];
    private readonly ControlClient? _client;

    private ControlSession(ControlClient client) => (_client, Control) = (client, client);

    private ControlSession(IRelayControl control, List<IAsyncDisposable> files) => (Control, _files) = (control, files);

    /// <summary>Answers.</summary>
    public IRelayControl Control { get; }

    /// <summary>Whether a relay runs.</summary>
    public bool IsRunning => _client is not null;

    /// <summary>Opens it.</summary>
    /// <exception cref="UnreadableException">It can't be asked; the message says why, and what to do.</exception>
    public static async Task<ControlSession> OpenAsync(CliConsole console, CliTexts texts, string config, CancellationToken cancellation)
    {
        if (ConfigurationReader.Read(config, texts.Language, checksFiles: false) is not ConfigurationOutcome.Valid { Configuration: var configuration })
        {
            var problems = ((ConfigurationOutcome.Invalid)ConfigurationReader.Read(config, texts.Language, checksFiles: false)).Problems;
            throw new UnreadableException(string.Join('\n', problems));
        }
        var client = new ControlClient(configuration.ControlSocket);
        switch (await client.StatusAsync(cancellation).ConfigureAwait(false))
        {
            case ControlAnswer<Web.Control.Contract.StatusAnswer>.Done:
                return new ControlSession(client);
            case ControlAnswer<Web.Control.Contract.StatusAnswer>.Failed { Fault: { Kind: not ControlFaultKind.NoAnswer } fault }:
                client.Dispose();
                throw new UnreadableException(texts.Queue.Fault(fault));
        }
        client.Dispose();
        return await OpenFilesAsync(configuration, console, texts).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        foreach (var file in _files) await file.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<ControlSession> OpenFilesAsync(RelayConfiguration configuration, CliConsole console, CliTexts texts)
    {
        var database = Path.Combine(configuration.DataFolder, "queue.db");
        if (!File.Exists(database)) throw new UnreadableException(texts.Queue.NoRelay(configuration.ControlSocket, database));
        // Files that SQLite makes beside it belong to the relay's user, who could not open them otherwise.
        if (UserAccount.IsRoot && FileRights.OwnerOf(database) is var (user, group) && user != 0 && !Privileges.Assume(new UserIdentity(user, group)))
            throw new UnreadableException(texts.Queue.CannotBecomeOwner(database));
        var files = new List<IAsyncDisposable>();
        try
        {
            return new ControlSession(new RelayControl(await PartsAsync(configuration, console, texts, files).ConfigureAwait(false)), files);
        }
        catch
        {
            foreach (var file in files) await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<ControlParts> PartsAsync(RelayConfiguration configuration, CliConsole console, CliTexts texts, List<IAsyncDisposable> files)
    {
        var clock = new SteadyClock(console.Time);
        var knowledge = KnowledgeBase.LoadEmbedded();
        var queue = await DeliveryQueue.OpenAsync(new SqliteMailQueue(RelayComposition.QueueOf(configuration) with { LeastFree = 0, Time = console.Time }), clock).ConfigureAwait(false);
        files.Add(queue);
        if (queue.Loaded is LoadOutcome.Failed failed) throw new UnreadableException(Unreadable(configuration, texts, failed));
        var state = new SqliteRelayState(new StateOptions(Path.Combine(configuration.DataFolder, "state.db")) { Clock = clock });
        files.Add(state);
        var suppressed = new SuppressionList(state, clock, new SuppressionOptions());
        if (await suppressed.LoadAsync().ConfigureAwait(false) is LoadOutcome.Failed lost) throw new UnreadableException(Unreadable(configuration, texts, lost));
        var observer = new SilentPathObserver();
        var authorization = new PathAuthorization(new ZoneResolver([], null), new SpfEvaluator(console.Time), new SuffixListFinder(knowledge.PublicSuffixes), clock, observer);
        var settings = new PathSettings { Ladders = [], Local = new RelayPath.Maildir("local", ""), WarmUps = configuration.WarmUps };
        var paths = await PathLadder.OpenAsync(settings, state, authorization, clock, observer, Random.Shared).ConfigureAwait(false);
        return new ControlParts
        {
            Queue = queue,
            Suppressed = suppressed,
            Paths = paths,
            Knowledge = knowledge,
            HostName = configuration.HostName.ToString(),
            GiveUpAge = configuration.Delivery.GiveUpAge,
            Time = console.Time,
        };
    }

    private static string Unreadable(RelayConfiguration configuration, CliTexts texts, LoadOutcome.Failed failed) => failed.Fault == StorageFault.InUse
        ? texts.Queue.NoAnswer(configuration.ControlSocket)
        : texts.Queue.UnreadableQueue(configuration.DataFolder, $"{failed.Fault}: {failed.Detail}");
}
