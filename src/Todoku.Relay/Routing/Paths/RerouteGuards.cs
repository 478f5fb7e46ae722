namespace Todoku.Relay.Routing.Paths;

/// <summary>
/// What holds back mail that leaves by another path because its own is refused: were all of it sent on at once, a hacked site's spam would burn one address after the
/// other. Mail that finds its path in the usual order, also past one that warms up, is not meant.
/// </summary>
public sealed record RerouteGuards
{
    /// <summary>The part of the messages that may move, 0 to 1; the others wait for their own path. The same messages each time. <value>1.</value></summary>
    public double Share { get; init; } = 1;

    /// <summary>The most rerouted messages that one path takes to one provider in an hour. <value>1,000.</value></summary>
    public int MessagesAnHour { get; init; } = 1000;

    /// <summary>The part of <see cref="MessagesAnHour"/> that bulk mail may use, so that password resets still go through. <value>0.5.</value></summary>
    public double BulkShare { get; init; } = 0.5;
}
