using System.Text;
using Todoku.Diagnosis.Messages;
using Todoku.Diagnosis.Messages.Routes;

namespace Todoku.Diagnosis.Tests.Messages;

public sealed class EnvelopeReaderTests
{
    [Theory]
    // Postfix, Exim, qmail, Exchange, Gmail (own hops above).
    [InlineData("Received: from h.a.example (h.a.example [192.0.2.1])\r\n\tby mx.b.example (Postfix) with ESMTPS id X; Wed, 20 May 2026 12:00:00 +0900", "192.0.2.1", "h.a.example")]
    [InlineData("Received: from [192.0.2.2] (helo=h.a.example)\r\n\tby mx.b.example with esmtps (Exim 4.98) id X; Wed, 20 May 2026 12:00:00 +0900", "192.0.2.2", "h.a.example")]
    [InlineData("Received: from unknown (HELO h.a.example) (192.0.2.3)\r\n  by mx.b.example with SMTP; 20 May 2026 03:00:00 -0000", "192.0.2.3", "h.a.example")]
    [InlineData("Received: from h.a.example (192.0.2.4) by mx.b.example (10.0.0.1) with Microsoft SMTP Server; Wed, 20 May 2026 03:00:00 +0000", "192.0.2.4", "h.a.example")]
    [InlineData("Received: by 2002:a05:1:b0 with SMTP id x; x\r\nReceived: from h.a.example (h.a.example. [IPv6:2001:db8::1]) by mx.google.com with ESMTPS id y; x", "2001:db8::1", "h.a.example")]
    // The receiver's own hop, then the sender's.
    [InlineData("Received: from in.b.example (in.b.example [192.0.2.9]) by store.b.example with LMTP; x\r\nReceived: from h.a.example ([192.0.2.5]) by in.b.example with ESMTP; x", "192.0.2.5", "h.a.example")]
    // A user that logged in: the message has not left the sender.
    [InlineData("Received: from [192.168.1.2] (pool.isp.example [198.51.100.7]) by mail.a.example (Postfix) with ESMTPSA id X; x", null, "")]
    [InlineData("Received: by web1 (Postfix, from userid 48) id X; x", null, "")]
    [InlineData("Received: ((((", null, "")]
    [InlineData("Received-SPF: pass (google.com: domain of x) client-ip=192.0.2.6; envelope-from=\"x@a.example\"; helo=h.a.example;", "192.0.2.6", "h.a.example")]
    public void Finds_who_handed_the_message_over(string header, string? ip, string helo)
    {
        var message = MessageWorld.Parse($"{header}\r\nFrom: a@example.com\r\n\r\n");
        var envelope = EnvelopeReader.Read(message.Headers, message.Hops, host => MessageWorld.Knowledge.OrganizationalDomain(Encoding.ASCII.GetBytes(host)));

        Assert.Equal((ip, helo), (envelope.Ip?.ToString(), envelope.Helo));
    }

    [Theory]
    [InlineData("Return-Path: <a@example.com>\r\n\r\n", "a@example.com")]
    [InlineData("Return-Path: <>\r\n\r\n", "")]
    [InlineData("From: a@example.com\r\n\r\n", null)]
    public void The_sender_is_what_the_delivering_server_wrote(string message, string? sender) =>
        Assert.Equal(sender, EnvelopeReader.ReturnPathOf(MessageSubject.ReadHeader(Encoding.ASCII.GetBytes(message)).Headers));
}
