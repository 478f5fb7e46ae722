namespace Todoku.Scenarios.Relay;

/// <summary>The relay is killed under load: what it said 250 to arrives.</summary>
public sealed class CrashTests
{
    // Sends until it is told to stop; writes down the number of each message that got 250, and connects anew when the relay is gone.
    private const string Load = """
        import os, socket, sys, threading, time
        acknowledged, stop, sessions = sys.argv[1], sys.argv[2], int(sys.argv[3])
        lock, last = threading.Lock(), [0]
        out = open(acknowledged, 'a')
        def number():
            with lock:
                last[0] += 1
                return last[0]
        def run():
            while not os.path.exists(stop):
                try:
                    s = socket.create_connection(('127.0.0.1', 25), 5)
                    r = s.makefile('rb')
                    def ask(line, code):
                        if line is not None: s.sendall(line + b'\r\n')
                        while True:
                            reply = r.readline()
                            if not reply: raise OSError('closed')
                            if reply[3:4] != b'-': break
                        if not reply.startswith(code): raise OSError(reply.decode())
                    ask(None, b'220')
                    ask(b'HELO load.example', b'250')
                    while not os.path.exists(stop):
                        n = number()
                        ask(b'MAIL FROM:<form@customer.example>', b'250')
                        ask(b'RCPT TO:<user@shop.example>', b'250')
                        ask(b'DATA', b'354')
                        ask(b'From: form@customer.example\r\nSubject: %d\r\n\r\n' % n + b'x' * 2000 + b'\r\n.', b'250')
                        with lock:
                            out.write('%d\n' % n)
                            out.flush()
                except OSError:
                    time.sleep(0.02)
        threads = [threading.Thread(target=run) for _ in range(sessions)]
        for t in threads: t.start()
        print('sending', file=sys.stderr, flush=True)
        for t in threads: t.join()
        """;

    [Fact(Timeout = Internet.Patience)]
    public async Task Whatever_got_250_arrives()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var internet = await Internet.StartAsync(new Dictionary<string, string>(), ct);
        var sink = await new MailSink(internet.Folder, "mx.shop.example").StartAsync(internet.Network, Internet.Receiver, ct);
        await using var relay = await internet.RelayAsync("", ct);
        var (program, acknowledged, stop) = (Path.Combine(internet.Folder, "load.py"), Path.Combine(internet.Folder, "acknowledged"), Path.Combine(internet.Folder, "stop"));
        await File.WriteAllTextAsync(program, Load, ct);
        await internet.Network.ServeAsync("sending", "/usr/bin/python3", [program, acknowledged, stop, "8"], ct);

        for (var kill = 1; kill <= 5; kill++)
        {
            await WaitForLinesAsync(acknowledged, kill * 300, ct);
            await relay.KillAsync(ct);
            await relay.RestartAsync(ct);
        }
        await WaitForLinesAsync(acknowledged, 1800, ct);
        await File.WriteAllTextAsync(stop, "", ct);
        var numbers = (await File.ReadAllLinesAsync(acknowledged, ct)).ToHashSet(StringComparer.Ordinal);
        var arrived = new HashSet<string>(StringComparer.Ordinal);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!numbers.IsSubsetOf(arrived))
        {
            await ticks.WaitForNextTickAsync(ct);
            numbers = (await File.ReadAllLinesAsync(acknowledged, ct)).ToHashSet(StringComparer.Ordinal);
            arrived = sink.Kept().Select(mail => mail.Field("Subject")).ToHashSet(StringComparer.Ordinal);
        }

        Assert.True(numbers.Count >= 1800);
        // Twice only what was being sent when the relay was killed, and that is marked.
        await relay.StopAsync(ct);
        var twice = sink.Kept().CountBy(mail => mail.Field("Subject")).Count(mail => mail.Value > 1);
        Assert.True(twice <= relay.Log().Count(line => line.TryGetProperty("possibly-twice", out _)), $"{twice} twice");
    }

    private static async Task WaitForLinesAsync(string path, int count, CancellationToken ct)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!File.Exists(path) || File.ReadLines(path).Count() < count) await ticks.WaitForNextTickAsync(ct);
    }
}
