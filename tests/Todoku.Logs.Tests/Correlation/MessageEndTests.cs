namespace Todoku.Logs.Tests.Correlation;

/// <summary>The observer is told once that a message is named no more, so that it can let go what it keeps for its sake.</summary>
public sealed class MessageEndTests
{
    private const string At = "2026-06-03T10:40:57Z web1 postfix/";

    [Fact]
    public void A_message_ends_when_it_is_removed()
    {
        var observer = Read(Queued("AAAA1") + Sent("AAAA1") + Removed("AAAA1") + Removed("AAAA1"));

        Assert.Equal([1], observer.EndedMessages);
    }

    [Fact]
    public void A_message_ends_when_its_queue_id_is_used_again()
    {
        var observer = Read(Queued("AAAA1") + $"{At}smtpd[1]: AAAA1: client=app.example.com[192.0.2.7]\n" + Queued("AAAA1"));

        Assert.Equal([1], observer.EndedMessages);
    }

    [Fact]
    public void A_message_that_goes_on_behind_a_content_filter_ends_there()
    {
        const string Filter = "relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as BBBB2)";
        var before = Queued("AAAA1") + Queued("BBBB2") + $"{At}smtp[1]: AAAA1: to=<a@example.org>, {Filter}\n" + Removed("AAAA1");

        Assert.DoesNotContain(1, Read(before).EndedMessages);
        Assert.Single(Read(before + Sent("BBBB2") + Removed("BBBB2")).EndedMessages, 1);
    }

    [Fact]
    public void Deliveries_without_any_other_line_leave_nothing_and_stay_one_message()
    {
        var observer = new RecordingObserver();

        var summary = MemoryLog.Read(Sent("AAAA1") + Sent("AAAA1") + Sent("AAAA2") + Sent("AAAA3"), observer, inFlightLimit: 1);

        Assert.Equal([1, 1, 2, 3], observer.Lines.Select(line => int.Parse(line.Split("message=")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(0, summary.ForgottenMessages);
    }

    private static RecordingObserver Read(string log)
    {
        var observer = new RecordingObserver();
        MemoryLog.Read(log, observer);
        return observer;
    }

    private static string Queued(string id) => $"{At}qmgr[1]: {id}: from=<s@example.com>, size=1, nrcpt=1 (queue active)\n";

    private static string Sent(string id) =>
        $"{At}smtp[1]: {id}: to=<a@example.org>, relay=mx.example.org[198.51.100.7]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)\n";

    private static string Removed(string id) => $"{At}qmgr[1]: {id}: removed\n";
}
