using Atkaruu.Kernel;
using Atkaruu.Modules.Activity;
using Atkaruu.Modules.Control.Orders;
using CsCheck;

namespace Atkaruu.Tests.Control;

/// <summary>The rules of an order, without a database.</summary>
public class OrderTests
{
    private static readonly DateOnly Today = new(2026, 10, 12); // a Monday
    private static readonly Actor Head = new(Guid.NewGuid(), "Аким"), Reporter = new(Guid.NewGuid(), "Аткаруучу");
    private static readonly QuietDays Quiet = Weekends();

    [Fact]
    public void An_order_is_given_accepted_done_and_confirmed_and_always_says_whose_move_it_is()
    {
        var order = Given(Today.AddDays(7));
        Assert.Equal((OrderState.Given, new Move(Side.Body, Today), "1/2026"), (order.State, order.Move, order.Name));

        order.Accept(Today.AddDays(1));
        Assert.Equal(new Move(Side.Body, Today.AddDays(1)), order.Move);
        order.Finish(Reporter, "Бүттү", Today.AddDays(3));
        Assert.Equal(new Move(Side.Giver, Today.AddDays(3)), order.Move);
        order.Confirm(Head, Today.AddDays(4));
        Assert.Equal((OrderState.Confirmed, new Move(Side.Nobody, Today.AddDays(4)), false), (order.State, order.Move, order.IsOpen));
    }

    [Fact]
    public void The_last_day_is_included()
    {
        var order = Given(Today);

        Assert.Equal((0, false), (order.DaysOver(Today), order.IsOverdue(Today)));
        Assert.Equal((1, true), (order.DaysOver(Today.AddDays(1)), order.IsOverdue(Today.AddDays(1))));
    }

    [Fact]
    public void Who_said_that_it_is_done_does_not_confirm_it_even_after_it_was_sent_back_once()
    {
        var (order, other) = (Given(Today), new Actor(Guid.NewGuid(), "Башка"));
        order.Finish(Head, "Өзүм бүтүрдүм", Today);
        Refused("order.rule.own", () => order.Confirm(Head, Today));
        Refused("order.rule.own", () => order.SendBack(Head, "Жок", Today));
        order.SendBack(other, "Сүрөтү жок", Today);
        order.Finish(Reporter, "Эми бүттү", Today);
        Refused("order.rule.own", () => order.Confirm(Head, Today));
        order.Confirm(other, Today);
    }

    [Fact]
    public void Whatever_goes_back_says_why_and_is_the_bodys_move_again()
    {
        var order = Given(Today);
        order.Finish(Reporter, "Бүттү", Today.AddDays(2));
        Refused("order.rule.why", () => order.SendBack(Head, " ", Today.AddDays(3)));
        Assert.Equal(OrderState.Done, order.State);

        order.SendBack(Head, "Акт тиркелген эмес", Today.AddDays(3));

        Assert.Equal((OrderState.Accepted, "Акт тиркелген эмес", new Move(Side.Body, Today.AddDays(3)), 3), (order.State, order.SentBackReason, order.Move, order.DaysOver(Today.AddDays(3))));
    }

    [Fact]
    public void The_body_may_say_why_not_and_the_giver_answers_by_insisting_or_by_a_later_day()
    {
        var order = Given(Today.AddDays(5));
        order.Object("Акча жок", Today.AddDays(1));
        Assert.Equal(new Move(Side.Giver, Today.AddDays(1)), order.Move);
        order.Insist("Резервден алгыла", Today.AddDays(2));
        Assert.Equal((OrderState.Given, null, new Move(Side.Body, Today.AddDays(2))), (order.State, order.Objection, order.Move));
        order.Object("Баары бир жок", Today.AddDays(3));
        order.Extend(Today.AddDays(20), "Бюджет такталат", Today.AddDays(4));
        Assert.Equal((OrderState.Given, Today.AddDays(5), Today.AddDays(20), 1), (order.State, order.FirstDue, order.Due, order.Extensions));
    }

    [Fact]
    public void A_stopped_clock_adds_its_days_and_nobody_is_to_move_meanwhile()
    {
        var order = Given(Today.AddDays(5));
        order.Suspend("Ашуу жабык", Today.AddDays(3));
        Assert.Equal((Side.Nobody, 0), (order.Move.Side, order.DaysOver(Today.AddDays(100))));
        Refused("order.rule.stopped", () => order.Accept(Today.AddDays(4)));
        Refused("order.rule.stopped", () => order.Finish(Reporter, "x", Today.AddDays(4)));

        order.Resume(Today.AddDays(13));

        Assert.Equal((Today.AddDays(15), Today.AddDays(5), 0, Side.Body), (order.Due, order.FirstDue, order.Extensions, order.Move.Side));
        Refused("order.rule.not-stopped", () => order.Resume(Today));
    }

    [Fact]
    public void What_is_over_stays_as_it_is()
    {
        var order = Given(Today);
        order.Cancel("Кереги жок", Today);
        foreach (var verb in (Action[])[() => order.Accept(Today), () => order.Finish(Reporter, "x", Today), () => order.Extend(Today.AddDays(9), "x", Today), () => order.Cancel("x", Today), () => order.Suspend("x", Today), () => order.Object("x", Today), () => order.Insist("x", Today), () => order.Confirm(Head, Today), () => order.SendBack(Head, "x", Today)])
            Refused("order.rule.state", verb);
    }

    [Theory]
    [InlineData(null, "RMA", 1, "order.rule.text")]
    [InlineData("Бүтүрүү", "", 1, "order.rule.whom")]
    [InlineData("Бүтүрүү", "RMA", -1, "order.rule.past")]
    [InlineData("Бүтүрүү", "RMA", 4000, "order.rule.far")]
    public void What_cannot_be_given_is_refused(string? text, string body, int days, string rule) =>
        Refused(rule, () => Order.Give(Head, 1, null, body, text, Today.AddDays(days), Today));

    [Fact]
    public void A_text_has_a_limit() => Refused("order.rule.long", () => Order.Give(Head, 1, null, "RMA", new string('а', Order.MaxText + 1), Today, Today));

    [Fact]
    public void The_ladder_of_one_order_on_working_days()
    {
        var order = Given(new(2026, 10, 31)); // a Saturday
        Assert.Equal([(new(2026, 10, 28), Rung.Soon), (new(2026, 11, 2), Rung.Over), (new DateOnly(2026, 11, 9), Rung.Escalated)], Live(order, Today, 60)); // T+1 is a Sunday, T+7 a Saturday
        Assert.Equal(new DateOnly(2026, 11, 9), order.EscalatedOn);
    }

    [Fact]
    public void Before_the_deadline_one_is_told_earlier_than_a_holiday_and_never_after_it()
    {
        var order = Given(new(2026, 10, 20)); // T−3 is Saturday the 17th
        Assert.Equal((new DateOnly(2026, 10, 16), Rung.Soon), Live(order, Today, 7).Single());

        var tomorrow = Given(Today.AddDays(1)); // was told when it was given
        Assert.Empty(Live(tomorrow, Today, 2));
    }

    [Fact]
    public void Waiting_to_be_confirmed_reminds_the_giver_once_and_anew_after_it_came_back()
    {
        var order = Given(Today.AddDays(30));
        order.Finish(Reporter, "Бүттү", Today);
        Assert.Equal([(Today.AddDays(3), Rung.Unconfirmed)], Live(order, Today, 14));
        order.SendBack(Head, "Толук эмес", Today.AddDays(14));
        order.Finish(Reporter, "Бүттү", Today.AddDays(15));
        Assert.Equal([(Today.AddDays(18), Rung.Unconfirmed)], Live(order, Today.AddDays(15), 10));
    }

    [Fact]
    public void An_extension_begins_the_ladder_anew_and_a_stop_does_not()
    {
        var order = Given(Today);
        Assert.Equal([Rung.Over, Rung.Escalated], Live(order, Today, 20).Select(s => s.Rung));
        order.Suspend("Кыш", Today.AddDays(20));
        Assert.Empty(Live(order, Today.AddDays(20), 30));
        order.Resume(Today.AddDays(50));
        Assert.Empty(Live(order, Today.AddDays(50), 30));
        Assert.True(order.IsEscalated);
        order.Extend(Today.AddDays(100), "Жаңы график", Today.AddDays(80));
        Assert.False(order.IsEscalated);
        Assert.Equal([Rung.Soon, Rung.Over, Rung.Escalated], Live(order, Today.AddDays(80), 60).Select(s => s.Rung));
    }

    [Fact]
    public void What_the_machine_slept_through_is_made_up_by_the_highest_rung_only() =>
        Assert.Equal([Rung.Escalated], Live(Given(Today), Today.AddDays(21), 10).Select(s => s.Rung));

    [Theory]
    [InlineData("""{"before":5,"after":2,"escalate":10,"answer":1}""", 5, 2, 10, 1)]
    [InlineData("""{"before":5,"after":9,"escalate":4,"answer":1}""", 3, 1, 7, 3)]
    [InlineData("nonsense", 3, 1, 7, 3)]
    [InlineData("""{"after":-1}""", 3, 1, 7, 3)]
    public void A_policy_that_cannot_be_is_the_usual_one(string value, int before, int after, int escalate, int answer) =>
        Assert.Equal(new OrderPolicy(before, after, escalate, answer), OrderPolicy.Of(value));

    /// <summary>Whatever is done to an order, in whatever order, on whatever days.</summary>
    [Fact]
    public void In_every_history_each_rung_is_said_once_a_deadline_never_on_a_quiet_day_and_the_first_deadline_stays() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 11].Array[0, 60], Gen.Int[0, 4].Array[60]).Sample((lead, verbs, steps) =>
        {
            var order = Given(Today.AddDays(lead));
            var (day, first, said) = (Today, order.Due, new List<(int Deadline, Rung Rung)>());
            foreach (var (n, verb) in verbs.Index())
            {
                day = day.AddDays(steps[n % steps.Length]);
                try { Do(order, verb, day); } catch (RuleException) { }
                foreach (var rung in Ladder.RungsOf(order, day, OrderPolicy.Usual, Quiet).ToList())
                {
                    Assert.False(Quiet.IsQuiet(day));
                    Assert.False(order.IsStopped || !order.IsOpen);
                    order.Remind(rung, day);
                    if (rung != Rung.Unconfirmed) said.Add((order.Extensions, rung));
                }
                Assert.Empty(Ladder.RungsOf(order, day, OrderPolicy.Usual, Quiet)); // a second look on the same day
                Assert.Equal(first, order.FirstDue);
                Assert.True(order.Due >= first && order.DaysOver(day) >= 0);
                Assert.Equal(order.IsOpen && !order.IsStopped, order.Move.Side != Side.Nobody);
                Assert.True(order.Move.Since <= day);
                Assert.Equal(order.IsOpen, order.ClosedOn is null);
            }
            Assert.Equal(said.Distinct(), said);
            foreach (var deadline in said.GroupBy(s => s.Deadline)) Assert.Equal(deadline.Select(s => s.Rung).Order(), deadline.Select(s => s.Rung));
        });

    private static void Do(Order order, int verb, DateOnly day)
    {
        switch (verb)
        {
            case 0: order.Accept(day); break;
            case 1: order.Object("Себеп", day); break;
            case 2: order.Insist("Себеп", day); break;
            case 3: order.Finish(Reporter, "Бүттү", day); break;
            case 4: order.SendBack(Head, "Себеп", day); break;
            case 5: order.Extend(order.Due.AddDays(9), "Себеп", day); break;
            case 6: order.Suspend("Себеп", day); break;
            case 7: order.Resume(day); break;
            case 8 when day.Day == 1: order.Confirm(Head, day); break;
            case 9 when day.Day == 2: order.Cancel("Себеп", day); break;
        }
    }

    private static List<(DateOnly Day, Rung Rung)> Live(Order order, DateOnly from, int days)
    {
        List<(DateOnly, Rung)> said = [];
        for (var day = from; day < from.AddDays(days); day = day.AddDays(1))
            foreach (var rung in Ladder.RungsOf(order, day, OrderPolicy.Usual, Quiet).ToList())
            {
                order.Remind(rung, day);
                said.Add((day, rung));
            }
        return said;
    }

    private static Order Given(DateOnly due) => Order.Give(Head, 1, null, "RMA", "Бүтүрүү", due, Today);

    private static void Refused(string rule, Action verb) => Assert.Equal(rule, Assert.Throws<RuleException>(verb).Sentence.Key);

    private static QuietDays Weekends()
    {
        var days = new QuietDays();
        days.Read(new StringReader("11-07 майрам\n11-08 майрам"));
        return days;
    }
}
