using System.Net;
using System.Text;
using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Dns.Caching;
using Todoku.Mail;

namespace Todoku.Bench;

/// <summary>Evaluates SPF on one core with all answers cached, by processor time; prints the median and the best of several rounds.</summary>
internal static class SpfBench
{
    private const int Rounds = 7;
    private const int Milliseconds = 500;

    /// <summary>Runs it.</summary>
    public static async Task RunAsync()
    {
        var resolver = new CachingResolver(new Answers(), TimeProvider.System);
        var evaluator = new SpfEvaluator(TimeProvider.System);
        await MeasureAsync("pass by include", evaluator, resolver, "203.0.113.9", SpfVerdict.Pass);
        await MeasureAsync("fail, all mechanisms", evaluator, resolver, "10.9.9.9", SpfVerdict.Fail);
    }

    private static async Task MeasureAsync(string what, SpfEvaluator evaluator, IDnsResolver resolver, string ip, SpfVerdict expected)
    {
        var request = new SpfRequest { Ip = IPAddress.Parse(ip), Sender = "a@bench.test", Helo = "h.bench.test" };
        var rates = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var count = 0;
            var from = Environment.CpuUsage.TotalTime;
            while ((Environment.CpuUsage.TotalTime - from).TotalMilliseconds < Milliseconds)
            {
                for (var i = 0; i < 1000; i++)
                {
                    var result = await evaluator.EvaluateAsync(request, resolver, CancellationToken.None);
                    if (result.Verdict != expected) throw new InvalidOperationException($"{what}: {result.Reason}");
                }
                count += 1000;
            }
            // The first round warms up.
            if (round > 0) rates.Add(count / (Environment.CpuUsage.TotalTime - from).TotalSeconds);
        }
        rates.Sort();
        Console.WriteLine($"{what}\t{rates[Rounds / 2]:0}\t{rates[^1]:0}");
    }

    private sealed class Answers : IDnsResolver
    {
        public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
        {
            DnsRecord? record = (name.ToString(), type) switch
            {
                ("bench.test", DnsRecordType.TXT) => Text("v=spf1 mx ip4:192.0.2.0/28 include:_spf.example.net a:out.bench.test -all"),
                ("_spf.example.net", DnsRecordType.TXT) => Text("v=spf1 ip4:198.51.100.0/24 ip4:203.0.113.0/24 ~all"),
                ("bench.test", DnsRecordType.MX) => new DnsRecord.MailExchanger(10, DomainName.Parse("mx.bench.test")),
                ("mx.bench.test", DnsRecordType.A) => new DnsRecord.Address(IPAddress.Parse("192.0.2.200")),
                ("out.bench.test", DnsRecordType.A) => new DnsRecord.Address(IPAddress.Parse("192.0.2.201")),
                _ => null,
            };
            return new ValueTask<DnsAnswer>(record is null ? new DnsAnswer.NoSuchDomain(TimeSpan.FromHours(1)) : new DnsAnswer.Found([record], TimeSpan.FromHours(1)));
        }

        private static DnsRecord.Text Text(string value) => new(Encoding.ASCII.GetBytes(value), [value.Length]);
    }
}
