namespace Todoku.Cli.Texts;

internal sealed class EnglishWaitingTexts : WaitingTexts
{
    public override string NothingToPublish => "There is nothing to publish.";

    public override string WaitingFor => "Waiting until these records are visible (Ctrl-C ends it):";

    public override string Stopping => "Stopping, without a result.";

    public override string Visible => "All name servers and the resolver show the records.";

    public override string OtherRecord =>
        "All name servers show another record than the one waited for. Compare it with the one above; the report below may be of the old one until the resolver has forgotten it.";

    public override string AtServers(int ready, int total, IReadOnlyList<string> silent, TimeSpan next) =>
        $"{ready} of {total} name servers show the records{(silent.Count > 0 ? $"; {Names(silent)} did not answer" : "")}{Next(next)}.";

    public override string VisibleWhere(IReadOnlyList<string> silent) =>
        $"The resolver and all name servers that answer show the records. {Names(silent)} did not answer: whether it has them is not known from here.";

    public override string AtResolver(TimeSpan remaining, TimeSpan next) =>
        $"All name servers show the records; the resolver may keep the old answer{(remaining > TimeSpan.Zero ? $" for up to {Seconds(remaining)} s" : "")}{Next(next)}.";

    public override string NoServers(string zone) => $"The name servers of {zone} could not be found, so there is nothing to wait at. See whether a resolver can be reached (--resolver).";

    public override string TimedOut(IReadOnlyList<string> late, IReadOnlyList<string> silent) =>
        $"The time is over.{(late.Count > 0 ? $" Without the records: {Names(late)}. See whether the change was saved; wait longer with --timeout 6h." : "")}"
        + (silent.Count > 0 ? $" {Names(silent)} did not answer, so that it is not known what is there. See whether it can be reached from here (UDP and TCP port 53)." : "");

    public override string ResolverSilent => "The time is over. All name servers that answer show the records; the resolver did not answer. Ask another one with --resolver.";

    public override string ResolverTimedOut(TimeSpan remaining) =>
        $"The time is over. All name servers show the records; only the resolver keeps the old answer{(remaining > TimeSpan.Zero ? $", for up to {Seconds(remaining)} s more" : "")}. Nothing more is to be done.";

    public override string BadDuration(string option, string value) => $"{option}: \"{value}\" is no span of time. Write one such as 90s, 30m or 2h.";

    private static string Names(IReadOnlyList<string> servers) => string.Join(", ", servers);

    private static string Next(TimeSpan next) => next > TimeSpan.Zero ? $"; asked again in {Seconds(next)} s" : "";
}
