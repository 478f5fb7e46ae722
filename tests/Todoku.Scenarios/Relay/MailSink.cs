using System.Text.Json;

namespace Todoku.Scenarios.Relay;

/// <summary>
/// A receiving server in a network namespace that keeps what it took, and refuses as it is told: what comes from one address at the end of data, or everything from
/// one address in its greeting.
/// </summary>
/// <param name="folder">For what it keeps.</param>
/// <param name="name">Its host name.</param>
internal sealed class MailSink(string folder, string name)
{
    private const string Program = """
        import json, os, socket, sys, threading
        name, address, kept, rules = sys.argv[1:5]
        lock = threading.Lock()
        def refusal(peer, stage):
            try:
                with open(rules) as f: lines = [line.rstrip('\n').split('\t') for line in f]
            except FileNotFoundError: return None
            for rule in lines:
                if len(rule) == 3 and rule[0] == stage and rule[1] in (peer, '*'): return rule[2].replace('\\n', '\r\n')
        def serve(s, peer):
            r = s.makefile('rb')
            def say(text): s.sendall((text + '\r\n').encode('latin-1'))
            try:
                no = refusal(peer, 'connect')
                if no: say(no); return
                say('220 %s ESMTP' % name)
                sender, to = '', []
                while True:
                    line = r.readline()
                    if not line: return
                    text = line.decode('utf-8', 'replace').strip()
                    verb = text[:4].upper()
                    if verb == 'EHLO': say('250-%s\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-DSN\r\n250 ENHANCEDSTATUSCODES' % name)
                    elif verb == 'MAIL': sender, to = text[10:].split()[0], []; say('250 2.1.0 Ok')
                    elif verb == 'RCPT':
                        no = refusal(peer, 'rcpt')
                        if no: say(no)
                        else: to.append(text[8:].split()[0]); say('250 2.1.5 Ok')
                    elif verb == 'DATA':
                        if not to: say('554 5.5.1 No valid recipients'); continue
                        say('354 go on')
                        data = []
                        while True:
                            one = r.readline()
                            if not one: return
                            if one == b'.\r\n': break
                            data.append(one[1:] if one.startswith(b'.') else one)
                        no = refusal(peer, 'data')
                        if no: say(no); continue
                        record = json.dumps({'peer': peer, 'sender': sender[1:-1], 'to': [t[1:-1] for t in to], 'text': b''.join(data).decode('latin-1')})
                        with lock, open(kept, 'a') as f: f.write(record + '\n')
                        say('250 2.0.0 Ok: queued')
                    elif verb == 'QUIT': say('221 2.0.0 Bye'); return
                    else: say('250 2.0.0 Ok')
            except OSError: pass
            finally: s.close()
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, 25))
        listener.listen(512)
        print('listening', file=sys.stderr, flush=True)
        while True:
            s, peer = listener.accept()
            threading.Thread(target=serve, args=(s, peer[0]), daemon=True).start()
        """;

    /// <summary>Why it can't run here; null when it can.</summary>
    public static string? Missing() => File.Exists("/usr/bin/python3") ? null : "needs python3";

    private string KeptPath => Path.Combine(folder, $"{name}.kept");

    private string RulesPath => Path.Combine(folder, $"{name}.rules");

    /// <summary>Starts it.</summary>
    public async Task<MailSink> StartAsync(NetworkNamespace network, string address, CancellationToken ct)
    {
        var program = Path.Combine(folder, "sink.py");
        await File.WriteAllTextAsync(program, Program, ct);
        await network.ServeAsync("listening", "/usr/bin/python3", [program, name, address, KeptPath, RulesPath], ct);
        return this;
    }

    /// <summary>Refuses from now on.</summary>
    /// <param name="stage"><c>connect</c>, <c>rcpt</c> or <c>data</c>.</param>
    /// <param name="peer">Whom, or <c>*</c>.</param>
    /// <param name="reply">The reply; its lines parted by LF.</param>
    /// <param name="ct">Stops the waiting.</param>
    public Task RefuseAsync(string stage, string peer, string reply, CancellationToken ct) =>
        File.WriteAllTextAsync(RulesPath, $"{stage}\t{peer}\t{reply.Replace("\n", "\\n", StringComparison.Ordinal)}\n", ct);

    /// <summary>What it took.</summary>
    public IReadOnlyList<SinkMail> Kept()
    {
        if (!File.Exists(KeptPath)) return [];
        // What stands behind the last line end is being written.
        var lines = File.ReadAllText(KeptPath).Split('\n')[..^1];
        return [.. lines.Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new SinkMail(root.GetProperty("peer").GetString()!, root.GetProperty("sender").GetString()!, [.. root.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)], root.GetProperty("text").GetString()!);
        })];
    }

    /// <summary>Waits until it took so many messages.</summary>
    public async Task<IReadOnlyList<SinkMail>> WaitAsync(int count, CancellationToken ct)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (Kept() is var kept)
        {
            if (kept.Count >= count) return kept;
            await ticks.WaitForNextTickAsync(ct);
        }
        throw new System.Diagnostics.UnreachableException();
    }
}
