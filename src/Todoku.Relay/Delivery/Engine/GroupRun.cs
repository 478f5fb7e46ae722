using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Delivery.Sessions;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Intake;
using Todoku.Relay.Queue;
using Todoku.Relay.Routing.Destinations;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>
/// Delivers one message to its recipients in one domain: finds where they are, then goes by one path after the other until each recipient is settled.
/// What is decided about replies stands in <see cref="IDeliveryPolicy"/>, which path comes in <see cref="IPathLadder"/>, how much at a time in <see cref="IShaper"/>.
/// </summary>
internal sealed class GroupRun(
    DeliveryParts parts, DeliveryOptions options, SessionPool sessions, LaneGate gate, LaneKey lane, LoadedMessage message, string domainText, Settlement settlement, CancellationToken cancellation)
{
    // Who holds the pass that is waited for gives it back soon.
    private static readonly TimeSpan ShortPause = TimeSpan.FromMilliseconds(50);

    private static readonly ShapeAnswer.NotYet Stopping = new(TimeSpan.Zero, "the relay stops");

    private string _provider = "";

    /// <summary>Delivers; false when some went back to their lane, to be delivered soon.</summary>
    public async Task<bool> RunAsync(IReadOnlyList<Pending> recipients)
    {
        var left = Screen(recipients);
        if (left.Count > 0) left = await RouteAsync(left).ConfigureAwait(false);
        // What was returned to the queue is not settled.
        await settlement.SettleAsync(message, [.. recipients.Where(one => one.Decision is not null)], _provider).ConfigureAwait(false);
        return recipients.All(one => one.Decision is not null);
    }

    private List<Pending> Screen(IReadOnlyList<Pending> recipients)
    {
        var left = new List<Pending>(recipients.Count);
        foreach (var one in recipients)
        {
            if (one.Outgoing is null) one.Decision = Local(DeliveryAction.Bounce, Cause.RecipientUnknown, "the address is no valid mailbox (RFC 5321, section 4.1.2)");
            else if (parts.Screen.Against(one.Recipient.Address, message.Envelope) is { } why) one.Decision = Local(DeliveryAction.Bounce, why.Cause, why.Words) with { RuleId = ScreenedOut.Rule };
            else left.Add(one);
        }
        return left;
    }

    private async Task<List<Pending>> RouteAsync(List<Pending> left)
    {
        if (lane == IntakeParts.Local) return await DeliverAsync(left, null, domainText).ConfigureAwait(false);
        if (!DomainName.TryParse(domainText, out var domain)) return Decide(left, Local(DeliveryAction.Bounce, Cause.HostNotFound, "the address has no domain that mail can be sent to"));
        if (!parts.Ladder.NeedsServers(RequestFor(left, domainText, domainText, []))) return await DeliverAsync(left, null, domainText).ConfigureAwait(false);
        var destination = parts.Destinations.Recall(domain) ?? await parts.Destinations.FindAsync(domain, cancellation).ConfigureAwait(false);
        switch (destination)
        {
            case Destination.TakesNoMail:
                return Decide(left, Local(DeliveryAction.Bounce, Cause.HostNotFound, $"{domain} says that it takes no mail (null MX, RFC 7505)"));
            case Destination.NoSuchDomain none:
                return Decide(left, Local(DeliveryAction.Bounce, Cause.HostNotFound, none.Detail));
            case Destination.NotKnown unknown:
                return Decide(left, Local(DeliveryAction.Retry, Cause.HostNotFound, unknown.Detail));
            case Destination.Servers servers when servers.Lane != lane:
                // Its limits and its turn are those of the lane it belongs to.
                parts.Queue.Rebind([.. left.Select(one => one.Entry.Id)], servers.Lane);
                return [];
            default:
                return await DeliverAsync(left, (Destination.Servers)destination, domainText).ConfigureAwait(false);
        }
    }

    private async Task<List<Pending>> DeliverAsync(List<Pending> left, Destination.Servers? servers, string domain)
    {
        var provider = _provider = servers?.Provider.Id ?? (lane == IntakeParts.Local ? "local" : domain);
        var tried = new List<string>();
        while (left.Count > 0 && tried.Count < options.Paths)
        {
            var request = RequestFor(left, provider, domain, tried);
            var choice = await parts.Ladder.ChooseAsync(request, cancellation).ConfigureAwait(false);
            if (choice is PathChoice.Wait wait) return Wait(left, wait);
            var use = (PathChoice.Use)choice;
            var limits = parts.Shaper.Limits(provider, use.Path.Name);
            var now = left.Count > limits.Recipients ? left[..limits.Recipients] : left;
            gate.Learn(lane, use.Path.Name, limits.Connections);
            var (turn, notYet) = await TakeTurnAsync(request, use, provider, now.Count).ConfigureAwait(false);
            if (notYet is not null) return HoldBack(left, use.Path.Name, notYet);
            if (turn is null) continue;
            use = turn;
            // An attempt is told once: here when another one follows it at once, else when its mail is settled.
            settlement.Report(message, [.. now.Where(one => one.Decision is not null)], provider);
            try
            {
                await AttemptAsync(now, use, servers, provider, domain, limits).ConfigureAwait(false);
            }
            catch
            {
                // A fault of our own says nothing of the provider or the path, and must not keep a place there.
                parts.Shaper.Return(provider, use.Path.Name);
                parts.Ladder.Withdraw(request, use);
                throw;
            }
            Report(request, use, provider, now);
            var isAgain = now.Exists(one => one.Decision!.Action == DeliveryAction.NextPath);
            if (isAgain) tried.Add(use.Path.Name);
            left = [.. left.Where(one => one.Decision is null || one.Decision.Action == DeliveryAction.NextPath)];
        }
        return left;
    }

    // Waits for a connection. Others may have learned meanwhile that the path is closed: then neither is given, and the path is to be chosen anew, lest the lane waits for
    // a path that it does not need. A relay that stops begins nothing.
    private async Task<(PathChoice.Use? Use, ShapeAnswer.NotYet? NotYet)> TakeTurnAsync(PathRequest request, PathChoice.Use use, string provider, int recipients)
    {
        var turn = parts.Shaper.WaitAsync(provider, use.Path.Name, recipients);
        var isAtOnce = turn.IsCompleted;
        var answer = await turn.ConfigureAwait(false);
        if (answer is ShapeAnswer.Pass && isAtOnce) return (use, null);
        parts.Ladder.Withdraw(request, use);
        var choice = cancellation.IsCancellationRequested ? null : await parts.Ladder.ChooseAsync(request, cancellation).ConfigureAwait(false);
        var again = choice as PathChoice.Use;
        var isSame = again?.Path == use.Path;
        if (answer is ShapeAnswer.Pass && isSame) return (again, null);
        if (answer is ShapeAnswer.Pass) parts.Shaper.Return(provider, use.Path.Name);
        if (again is not null) parts.Ladder.Withdraw(request, again);
        return (null, choice is null ? Stopping : isSame ? answer as ShapeAnswer.NotYet : null);
    }

    private async Task AttemptAsync(List<Pending> now, PathChoice.Use use, Destination.Servers? servers, string provider, string domain, ShapeLimits limits)
    {
        // The record is on the disk before a message can be taken; it costs no time where the connection has to be opened meanwhile.
        var startedAt = parts.Clock.Now;
        var begun = parts.Queue.BeginAsync([.. now.Select(one => new AttemptRecord(one.Entry.Id, startedAt, use.Path.Name))], CancellationToken.None);
        var attempt = new Attempt(parts, options, sessions, message, use, provider, limits, cancellation);
        await attempt.RunAsync(now, servers, domain, begun).ConfigureAwait(false);
        foreach (var one in now) one.Attempts++;
    }

    private void Report(PathRequest request, PathChoice.Use use, string provider, List<Pending> now)
    {
        // One message is one observation, however many recipients it has; what is against the path outweighs what is not.
        var worst = now.MaxBy(one => Weight(one.Decision!.Action))!.Decision!;
        parts.Ladder.Report(request, use, worst);
        parts.Shaper.Report(provider, use.Path.Name, worst);
    }

    private static int Weight(DeliveryAction action) => action switch
    {
        DeliveryAction.NextPath => 5,
        DeliveryAction.SlowDown => 4,
        DeliveryAction.NextServer => 3,
        DeliveryAction.Retry => 2,
        DeliveryAction.Delivered => 1,
        _ => 0,
    };

    private PathRequest RequestFor(List<Pending> left, string provider, string domain, List<string> tried) => new()
    {
        Entry = left[0].Entry.Id,
        Provider = provider,
        RecipientDomain = DomainName.TryParse(domain, out var name) ? name : DomainName.Root,
        SenderDomain = DomainOf(message.Envelope.VerpDomain is { } verp ? $"@{verp}" : message.Envelope.Sender),
        AuthorDomain = message.Envelope.AuthorDomain is { } author && DomainName.TryParse(author, out var from) ? from : null,
        SigningDomains = message.Envelope.SigningDomains,
        IsBulk = message.Envelope.IsBulk,
        Size = message.Envelope.Size,
        Recipients = left.Count,
        Tried = tried,
    };

    private static DomainName? DomainOf(string address) => DomainName.TryParse(address.AsSpan(address.LastIndexOf('@') + 1), out var domain) ? domain : null;

    // No path is open. What a path refused just now is kept as the reason; the mail waits for the path, not for its own schedule.
    private static List<Pending> Wait(List<Pending> left, PathChoice.Wait wait)
    {
        foreach (var one in left) Settlement.WaitUntil(one, wait.Until, wait.Why);
        return [];
    }

    private List<Pending> HoldBack(List<Pending> left, string path, ShapeAnswer.NotYet notYet)
    {
        var until = parts.Clock.Now + (notYet.Delay > ShortPause ? notYet.Delay : ShortPause);
        // What was tried before is put off; what was not goes back to its place in the lane, and waits there for the path with all else that is to go by it.
        foreach (var one in left.Where(one => one.Decision is not null)) Settlement.WaitUntil(one, until, notYet.Limit);
        parts.Queue.HoldBack(lane, path, until, [.. left.Where(one => one.Decision is null).Select(one => one.Entry.Id)]);
        return [];
    }

    private static List<Pending> Decide(List<Pending> left, DeliveryDecision decision)
    {
        foreach (var one in left) one.Decision = decision;
        return [];
    }

    internal static DeliveryDecision Local(DeliveryAction action, Cause cause, string words) => new(action, cause, "relay", SmtpStage.Connect, words, false, null);
}
