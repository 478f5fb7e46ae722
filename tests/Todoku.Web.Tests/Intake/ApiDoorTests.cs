using System.Net;
using System.Text;
using System.Text.Json;
using Todoku.Relay.Queue.Queries;

namespace Todoku.Web.Tests.Intake;

/// <summary>Mail by HTTP, over a real connection into a real queue.</summary>
public sealed class ApiDoorTests
{
    private const string Plain = """{"from":"Shop <info@shop.example>","to":["a@example.net"],"subject":"Hi","text":"hello"}""";

    [Fact]
    public async Task A_described_message_is_written_and_queued()
    {
        await using var world = await ApiWorld.OpenAsync();

        var answer = await AcceptedAsync(await world.PostAsync("""
            {"from":"山田 <info@shop.example>","to":["A <a@example.net>"],"cc":["c@example.org"],"bcc":["b@example.org"],"reply_to":"help@shop.example",
             "subject":"ご注文","text":"こんにちは","html":"<p>こんにちは</p>","headers":{"List-Id":"<news.shop.example>"},
             "attachments":[{"filename":"請求書.pdf","content_type":"application/pdf","content":"aGVsbG8="}]}
            """));

        var (envelope, text) = world.Last(answer.GetProperty("id").GetString()!);
        Assert.Equal(("info@shop.example", "shop", true), (envelope.Sender, envelope.Submitter, envelope.IsBulk));
        Assert.Equal(["a@example.net", "c@example.org", "b@example.org"], envelope.Recipients.Select(one => one.Address));
        foreach (var part in new[] { "To: A <a@example.net>\r\n", "Cc: c@example.org\r\n", "Reply-To: help@shop.example\r\n", "List-Id: <news.shop.example>\r\n", "Date: ", "Message-I", "Received: from", "aGVsbG8=", "multipart/alternative" })
            Assert.Contains(part, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("b@example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bcc", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal($"/v1/messages/{answer.GetProperty("id").GetString()}", answer.GetProperty("status_url").GetString());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(600_000)]
    public async Task Its_Received_field_says_the_number_that_it_has_in_the_queue(int size)
    {
        await using var world = await ApiWorld.OpenAsync();
        for (var i = 0; i < 3; i++)
        {
            var id = (await AcceptedAsync(await world.PostAsync($"From: info@shop.example\nTo: a@example.net\n\n{new string('x', 70)}\n".PadRight(size, '\n'), "message/rfc822"))).GetProperty("id").GetString()!;
            Assert.Matches($"^Received: from .*\r\n\tby mail.example.com with ESMTPA id {id}\r\n", world.Last(id).Text);
        }
    }

    [Fact]
    public async Task A_whole_message_is_queued_as_it_is()
    {
        await using var world = await ApiWorld.OpenAsync();
        const string message = "From: info@shop.example\nTo: a@example.net\nBcc: b@example.net\nSubject: Hi\n\nhello\n.\n";

        var (envelope, text) = world.Last((await AcceptedAsync(await world.PostAsync(message, "message/rfc822"))).GetProperty("id").GetString()!);
        Assert.Equal(["a@example.net", "b@example.net"], envelope.Recipients.Select(one => one.Address));
        Assert.EndsWith("\r\n\r\nhello\r\n.\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("b@example.net", text, StringComparison.Ordinal);

        var named = await AcceptedAsync(await world.PostAsync(message, "message/rfc822", query: "?sender=bounce@shop.example&to=x@example.net&to=y@example.net"));
        (envelope, _) = world.Last(named.GetProperty("id").GetString()!);
        Assert.Equal("bounce@shop.example", envelope.Sender);
        Assert.Equal(["x@example.net", "y@example.net"], envelope.Recipients.Select(one => one.Address));
    }

    [Fact]
    public async Task The_same_key_queues_once()
    {
        await using var world = await ApiWorld.OpenAsync();

        var first = await AcceptedAsync(await world.PostAsync(Plain, token: "order 1"));
        var second = await AcceptedAsync(await world.PostAsync(Plain, token: "order 1"));
        await AcceptedAsync(await world.PostAsync(Plain, token: "order 1", key: world.OtherKey));

        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Equal((false, true), (first.GetProperty("repeated").GetBoolean(), second.GetProperty("repeated").GetBoolean()));
        Assert.Equal(2, world.Queue.Count);
    }

    [Fact]
    public async Task Only_who_sent_it_is_told_what_became_of_it()
    {
        await using var world = await ApiWorld.OpenAsync();
        var answer = await AcceptedAsync(await world.PostAsync(Plain));
        var address = answer.GetProperty("status_url").GetString()!;

        var status = JsonDocument.Parse(await world.Client.GetStringAsync(address, TestContext.Current.CancellationToken)).RootElement;
        var recipient = status.GetProperty("recipients")[0];
        Assert.Equal(("a@example.net", "waiting", 0), (recipient.GetProperty("address").GetString(), recipient.GetProperty("state").GetString(), recipient.GetProperty("attempts").GetInt32()));

        world.Client.DefaultRequestHeaders.Authorization = new("Bearer", world.OtherKey);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_became_of_each_recipient_is_told_after_it_left_the_queue()
    {
        await using var world = await ApiWorld.OpenAsync();
        var address = (await AcceptedAsync(await world.PostAsync(Plain.Replace("\"a@example.net\"", "\"a@example.net\",\"b@example.org\"", StringComparison.Ordinal)))).GetProperty("status_url").GetString()!;

        Assert.Equal(1, (await new QueueBrowser(world.Queue).ChangeAsync(new QueueQuery { RecipientDomain = "example.net" }, QueueChange.Drop, TestContext.Current.CancellationToken)).Changed);
        Assert.Equal(["a@example.net dropped", "b@example.org waiting"], await StatesAsync(world, address));
        Assert.Equal(1, (await new QueueBrowser(world.Queue).ChangeAsync(new QueueQuery(), QueueChange.Drop, TestContext.Current.CancellationToken)).Changed);
        Assert.Equal(0, world.Queue.Count);
        Assert.Equal(["a@example.net dropped", "b@example.org dropped"], await StatesAsync(world, address));

        world.Client.DefaultRequestHeaders.Authorization = new("Bearer", world.OtherKey);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("tdk_0000")]
    [InlineData("")]
    public async Task Without_a_key_nothing_is_taken(string? key)
    {
        await using var world = await ApiWorld.OpenAsync();
        world.Client.DefaultRequestHeaders.Authorization = key is null ? null : new("Bearer", key);

        var response = await world.PostAsync(Plain);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(0, world.Queue.Count);
    }

    [Theory]
    [InlineData("""{"from":"info@shop.example\r\nBcc: x@evil.example","to":["a@example.net"],"text":"x"}""", "/from")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net"],"subject":"Hi\nBcc: x@evil.example","text":"x"}""", "/subject")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net\nRCPT TO:<x@evil.example>"],"text":"x"}""", "/to/0")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net"],"headers":{"X-A":"1\r\nBcc: x@evil.example"},"text":"x"}""", "/headers/X-A")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net"],"headers":{"X-A: 1\r\nBcc":"x@evil.example"},"text":"x"}""", "/headers/")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net"],"headers":{"bcc":"x@evil.example"},"text":"x"}""", "/headers/bcc")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net"],"headers":{"Content-Type":"text/html"},"text":"x"}""", "/headers/Content-Type")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net"],"text":"x","attachments":[{"filename":"a\r\nX: y","content":"aGVsbG8="}]}""", "/attachments/0/filename")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net"],"text":"x","attachments":[{"content":"data:,hello!"}]}""", "/attachments/0/content")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net"],"text":"x","attachments":[{"content_type":"nonsense","content":"aGVsbG8="}]}""", "/attachments/0/content_type")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net"],"text":"x","attachments":[null]}""", "/attachments/0/content")]
    [InlineData("""{"to":["a@example.net"],"text":"x"}""", "/from")]
    [InlineData("""{"from":"info@shop.example","text":"x"}""", "/to")]
    [InlineData("""{"from":"info@shop.example","to":[null],"text":"x"}""", "/to/0")]
    [InlineData("""{"from":"info@shop.example","to":["nobody"],"text":"x"}""", "/to/0")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net"]}""", "/text")]
    [InlineData("""{"from":"info@shop.example","to":"a@example.net","text":"x"}""", "$.to")]
    [InlineData("""{"from":"info@shop.example","tto":["a@example.net"],"text":"x"}""", "$.tto")]
    [InlineData("""{"from":"info@shop.example","from":"other@shop.example","to":["a@example.net"],"text":"x"}""", "$.from")]
    [InlineData("""{"from":"info@shop.example","to":["a@example.net"],"text":"\ud800"}""", "")]
    [InlineData("""[[[[[[[[[[[[[[]]]]]]]]]]]]]]""", "")]
    [InlineData("null", "")]
    [InlineData("", "")]
    public async Task Wrong_input_is_answered_with_the_place_and_nothing_is_queued(string body, string where)
    {
        await using var world = await ApiWorld.OpenAsync();

        var response = await world.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await JsonAsync(response);
        Assert.StartsWith(where, problem.TryGetProperty("where", out var place) ? place.GetString()! : "", StringComparison.Ordinal);
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
        Assert.NotEqual("", problem.GetProperty("do").GetString());
        Assert.Equal(0, world.Queue.Count);
    }

    [Fact]
    public async Task Octets_that_are_no_UTF_8_are_refused()
    {
        await using var world = await ApiWorld.OpenAsync();
        const string body = "{\"from\":\"info@shop.example\",\"to\":[\"a@example.net\"],\"text\":\"\u00ff\u00fe\"}";

        var response = await world.SayAsync($"POST /v1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {world.Key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");

        Assert.StartsWith("HTTP/1.1 400 ", response, StringComparison.Ordinal);
        Assert.Equal(0, world.Queue.Count);
    }

    [Fact]
    public async Task Too_much_of_anything_is_refused()
    {
        await using var world = await ApiWorld.OpenAsync("message-size = \"1M\"\nrecipients = 100");
        var many = string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"a{i}@b.cc\""));
        var large = Convert.ToBase64String(new byte[1_100_000]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await world.PostAsync($$"""{"from":"i@shop.example","to":[{{many}}],"text":"x"}""")).StatusCode);
        var oneMore = string.Join(',', Enumerable.Range(0, 101).Select(i => $"\"a{i}@b.cc\""));
        Assert.Equal("/to", (await JsonAsync(await world.PostAsync($$"""{"from":"i@shop.example","to":[{{oneMore}}],"text":"x"}"""))).GetProperty("where").GetString());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await world.PostAsync($$"""{"from":"i@shop.example","to":["a@b.cc"],"text":"x","attachments":[{"content":"{{large}}"}]}""")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await world.PostAsync("Subject: x\r\n\r\n" + new string('x', 1_100_000), "message/rfc822", query: "?sender=a@b.cc&to=a@b.cc")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await world.PostAsync(Plain, token: new string('k', 300))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await world.PostAsync(Plain, "text/plain")).StatusCode);
        Assert.Equal(0, world.Queue.Count);
    }

    private static async Task<string[]> StatesAsync(ApiWorld world, string address)
    {
        var status = JsonDocument.Parse(await world.Client.GetStringAsync(address, TestContext.Current.CancellationToken)).RootElement;
        return [.. status.GetProperty("recipients").EnumerateArray().Select(one => $"{one.GetProperty("address").GetString()} {one.GetProperty("state").GetString()}")];
    }

    private static async Task<JsonElement> AcceptedAsync(HttpResponseMessage response)
    {
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var answer = await JsonAsync(response);
        Assert.Equal(response.Headers.Location!.ToString(), answer.GetProperty("status_url").GetString());
        return answer;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))).RootElement.Clone();
}
