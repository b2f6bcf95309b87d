package jp.fudamori.ca;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fills the pool on one thread of its own: making RSA keys would keep other scheduled work waiting. While keys are
 * being taken it leaves the processor to those who take them, and goes no further than half of what it is to hold.
 */
@Component
class KeyPoolRefill implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyPoolRefill.class);
    private static final int PAUSE_SECONDS = 2;

    private final KeyPool pool;
    private final Map<KeyAlgorithm, Integer> targets;
    private final Map<KeyAlgorithm, Integer> lastSizes = new EnumMap<>(KeyAlgorithm.class);
    private final ScheduledExecutorService executor;
    private volatile boolean started;

    KeyPoolRefill(KeyPool pool, AuthoritySettings settings) {
        this.pool = pool;
        this.targets = settings.keyPool();
        this.executor = Executors.newSingleThreadScheduledExecutor(KeyPoolRefill::thread);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "key-pool");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    @Override
    public boolean isAutoStartup() {
        return targets.values().stream().anyMatch(target -> target > 0);
    }

    @Override
    public void start() {
        started = true;
        executor.scheduleWithFixedDelay(this::refill, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return started && !executor.isShutdown();
    }

    /** Two nodes that refill at once may each add a key too many; that does no harm. */
    void refill() {
        try {
            targets.forEach(this::refill);
        } catch (RuntimeException e) {
            LOG.warn("the key pool was not refilled; keys are made when they are needed", e);
        }
    }

    private void refill(KeyAlgorithm algorithm, int target) {
        var size = pool.size(algorithm);
        var wanted = size < lastSizes.getOrDefault(algorithm, 0) ? target / 2 : target;
        while (!executor.isShutdown() && size < wanted) {
            pool.add(algorithm, algorithm.generate());
            var now = pool.size(algorithm);
            wanted = now <= size ? target / 2 : wanted;
            size = now;
        }
        lastSizes.put(algorithm, size);
    }
}
