using System.Globalization;
using System.Text;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Mail.Messages;

namespace Todoku.Bench;

/// <summary>Signs messages of 5 KB, writes them for others to verify, and tells how many were signed and verified a second.</summary>
internal static class DkimBench
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    /// <summary>Runs it: KEYFILE FOLDER COUNT, where COUNT messages are written into FOLDER.</summary>
    public static async Task RunAsync(string keyFile, string folder, string count)
    {
        using var key = PrivateKey.Read(await File.ReadAllTextAsync(keyFile), out _) ?? throw new InvalidDataException($"{keyFile} is no private key");
        var signer = new DkimSigner(key, new DkimSigningOptions { Domain = DomainName.Parse("example.com"), Selector = "s1" });
        var now = DateTimeOffset.UnixEpoch.AddDays(20_000);
        var signed = new List<byte[]>();
        for (var i = 0; i < int.Parse(count, CultureInfo.InvariantCulture); i++)
        {
            var message = Message(i);
            byte[] whole = [.. Encoding.ASCII.GetBytes(signer.Sign(MessageHeaders.Parse(message), now)), .. message];
            signed.Add(whole);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{i}.eml"), whole);
        }
        var plain = Enumerable.Range(0, 100).Select(Message).ToArray();
        Tell("sign", Measure(i => signer.Sign(MessageHeaders.Parse(plain[i % plain.Length]), now)));
        var verifier = new DkimVerifier(new KeyStore(new OneKey(DkimKeyText.Value(key))));
        Tell("verify", Measure(i =>
        {
            var verified = verifier.VerifyAsync(MessageHeaders.Parse(signed[i % signed.Count]), now, CancellationToken.None);
            if (!verified.IsCompleted || verified.Result.Result != DkimResult.Pass) throw new InvalidDataException("a signature does not verify");
        }));
    }

    private static byte[] Message(int number)
    {
        var text = new StringBuilder($"From: shop@example.com\r\nTo: customer{number}@example.net\r\nSubject: Order {number}\r\nDate: Sat, 16 May 2026 10:00:00 +0900\r\n");
        text.Append($"Message-ID: <{number}@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
        for (var line = 0; text.Length < 5000; line++) text.Append($"Line {line} of order {number}: one article,  delivered soon, thank you very much.\r\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    // By processor time, so that what else the machine does hardly counts.
    private static double Measure(Action<int> act)
    {
        for (var i = 0; i < 200; i++) act(i);
        var count = 0;
        var from = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - from < Duration)
        {
            for (var i = 0; i < 50; i++) act(count++);
        }
        return count / (Environment.CpuUsage.TotalTime - from).TotalSeconds;
    }

    private static void Tell(string what, double rate) => Console.WriteLine($"{what} {rate.ToString("0", CultureInfo.InvariantCulture)}");

    private sealed class OneKey(string record) : IDnsResolver
    {
        private readonly DnsAnswer _answer = new DnsAnswer.Found([new DnsRecord.Text(Encoding.ASCII.GetBytes(record), [record.Length])], TimeSpan.FromHours(1));

        public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken) => ValueTask.FromResult(_answer);
    }
}
