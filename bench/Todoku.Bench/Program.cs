using System.Diagnostics;
using System.Text;
using Todoku.Bench;
using Todoku.Knowledge;

// "spf" measures SPF; see bench/spf.sh.
if (args is ["spf", ..])
{
    await SpfBench.RunAsync();
    return;
}

// "smtp" measures the SMTP client against a sink; see bench/smtp-client.sh.
if (args is ["smtp", ..])
{
    await SmtpClientBench.RunAsync(args[1..]);
    return;
}

// "smtp-server PORT" is an SMTP server that forgets what it takes; see bench/smtp-server.sh.
if (args is ["smtp-server", var port])
{
    await SmtpServerBench.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
    return;
}

// "relay-crash TODOKU FOLDER MODE KILLS" kills a relay under load; see bench/relay-crash.sh.
if (args is ["relay-crash", var command, var place, var mode, var kills])
{
    Environment.ExitCode = await RelayCrash.RunAsync(command, place, mode, int.Parse(kills, System.Globalization.CultureInfo.InvariantCulture));
    return;
}

// Prints how fast knowledge is loaded and asked, and kept answers of DNS are given, on one core: Todoku.Bench [FILE], where FILE holds one reply a line.
// Todoku.Bench dkim KEYFILE FOLDER COUNT measures DKIM instead (bench/dkim.sh).
if (args is ["dkim", var keyFile, var folder, var messages])
{
    await DkimBench.RunAsync(keyFile, folder, messages);
    return;
}
var start = Stopwatch.GetTimestamp();
var knowledge = KnowledgeBase.LoadEmbedded();
Console.WriteLine($"load      {Stopwatch.GetElapsedTime(start).TotalMilliseconds,10:0.00} ms");
start = Stopwatch.GetTimestamp();
knowledge.Read("550 5.1.1 User unknown"u8, default);
Console.WriteLine($"first read{Stopwatch.GetElapsedTime(start).TotalMilliseconds,10:0.00} ms");

var replies = (args is [var path] ? File.ReadAllLines(path) : Samples.Replies).Select(Encoding.UTF8.GetBytes).ToArray();
Console.WriteLine($"replies   {replies.Length,10} of {replies.Average(reply => reply.Length):0} bytes");
Measure<byte[]>("load again", [[]], _ => KnowledgeBase.LoadEmbedded());
Measure("identify by known host", Samples.KnownHosts, host => knowledge.Identify(host, default, default));
Measure("identify by unknown host", Samples.UnknownHosts, host => knowledge.Identify(host, "550 no"u8, default));
Measure("read, provider given", replies, reply => knowledge.Read(reply, new ReadingContext { Provider = knowledge.Providers[0] }));
Measure("read, with relay host", replies, reply => knowledge.Read(reply, new ReadingContext { RelayHost = "mx1.example.org"u8 }));
Measure("extract values", replies, reply => knowledge.ExtractValues(reply, knowledge.Read(reply, default)));
var kept = await KeptAnswers.MakeAsync();
Measure("DNS answer, kept", kept.Names, kept.Ask);

// By processor time, so that what else the machine does hardly counts.
static void Measure<T>(string what, T[] inputs, Action<T> ask)
{
    var best = 0.0;
    for (var round = 0; round < 5; round++)
    {
        var count = 0;
        var from = Environment.CpuUsage.TotalTime;
        while ((Environment.CpuUsage.TotalTime - from).TotalMilliseconds < 200)
        {
            for (var i = 0; i < 2000; i++) ask(inputs[i % inputs.Length]);
            count += 2000;
        }
        best = Math.Max(best, count / (Environment.CpuUsage.TotalTime - from).TotalSeconds);
    }
    Console.WriteLine($"{what,-26}{best,14:n0} /s");
}
